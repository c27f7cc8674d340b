import type { Bilingual } from "../site/languages.ts";

/** The words of the search dialog and of the results page. */
export interface SearchStrings {
  title: string;
  label: string;
  placeholder: string;
  submit: string;
  close: string;
  hint: string;
  kind: string;
  chapter: string;
  all: string;
  kinds: Record<string, string>;
  loading: string;
  failed: string;
  retry: string;
  none: string;
  count: string; // {count}
  countNone: string;
  also: string; // {words}
  refused: string; // {query} {word} {words}
  jump: string; // {count}
  byWords: string; // {words}
  beside: string;
  pieces: string;
  otherLanguage: string;
  withoutScript: string;
  glossary: string;
  patterns: string;
}

export const searchStrings: Bilingual<SearchStrings> = {
  zh: {
    title: "搜索",
    label: "搜索全站",
    placeholder: "术语、模式或问题",
    submit: "搜索",
    close: "关闭",
    hint: "上下键选择，回车打开，Esc 关闭",
    kind: "类型",
    chapter: "章",
    all: "全部",
    kinds: {
      pattern: "模式",
      article: "文章",
      chapter: "章",
      glossary: "术语表",
      demo: "动手图",
      page: "其他页面",
    },
    loading: "正在查找……",
    failed: "搜索索引没有载入，请检查网络后再试。",
    retry: "重试",
    none: "没有找到“{query}”。换个说法，或者到术语表里看看。",
    count: "找到 {count} 页",
    countNone: "没有找到",
    also: "也按{words}查找。",
    refused: "本站不用“{query}”，标准说法是“{word}”。也按{words}查找。",
    jump: "看这 {count} 页",
    byWords: "按{words}找到的页面",
    beside: "只在列表、图、代码、文献或链接里提到的页面",
    pieces: "只有部分匹配的页面",
    otherLanguage: "Search in English",
    withoutScript: "搜索要用 JavaScript。没有它，可以从这里查找：",
    glossary: "术语表",
    patterns: "模式目录",
  },
  en: {
    title: "Search",
    label: "Search the site",
    placeholder: "A term, a pattern or a problem",
    submit: "Search",
    close: "Close",
    hint: "Arrow keys move, Enter opens, Esc closes",
    kind: "Kind",
    chapter: "Chapter",
    all: "All",
    kinds: {
      pattern: "Patterns",
      article: "Articles",
      chapter: "Chapters",
      glossary: "Glossary",
      demo: "Live figures",
      page: "Other pages",
    },
    loading: "Searching…",
    failed: "The search index did not load. Check the connection and try again.",
    retry: "Try again",
    none: "Nothing found for “{query}”. Try another wording, or look in the glossary.",
    count: "{count} pages found",
    countNone: "Nothing found",
    also: "Also searched for {words}.",
    jump: "See these {count} pages",
    byWords: "Found by {words}",
    refused:
      "This site does not say “{query}”; the standard term is “{word}”. Also searched for {words}.",
    beside: "Mentioned only in a list, figure, code, source or link",
    pieces: "Partial matches",
    otherLanguage: "用中文搜索",
    withoutScript: "Search needs JavaScript. Without it, look here:",
    glossary: "Glossary",
    patterns: "Pattern catalog",
  },
};
