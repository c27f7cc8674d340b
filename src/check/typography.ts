import type { Fault } from "../site/fault.ts";
import type { Language } from "../site/languages.ts";
import { objects, type Run } from "./run.ts";

const { code, math, cite } = objects;
const han = "\\p{Script=Han}"; // 々 and 〇 too
const wide = "[，。：；？！（）、《》「」『』【】“”—]"; // full-width punctuation, which brings its own space
const latin = `[\\p{Script=Latin}\\p{Script=Greek}\\p{Nd}\\p{No}%‰°℃${code}${math}]`;
const hanOrCite = `[${han}${cite}]`;

/** A rule of typography: what is wrong, found by a pattern, and how to write it. */
interface Rule {
  thing: string;
  pattern: RegExp;
  fix: string;
}

const emphasis: Rule = {
  thing: "emphasis",
  pattern: /\*\*/gu,
  fix: "** was not read as bold; mend its ends, or write it in `code`",
};

const rules: Record<Language, Rule[]> = {
  zh: [
    emphasis,
    {
      thing: "spacing",
      pattern: new RegExp(`${han}(?=${latin})|(?:${latin}|${cite})(?=${han})`, "gu"),
      fix: "one space between Han and Latin letters, digits, code, maths or a citation",
    },
    {
      thing: "spacing",
      pattern: new RegExp(`[\\p{L}\\p{N}${code}${math}](?=${cite})`, "gu"),
      fix: "one space before a citation",
    },
    { thing: "spacing", pattern: / {2,}/gu, fix: "one space, not two" },
    {
      thing: "spacing",
      pattern: new RegExp(`${wide}[ \\n](?=[^\\n])|[ ](?=${wide})`, "gu"),
      fix: "no space beside full-width punctuation",
    },
    {
      thing: "spacing",
      pattern: new RegExp(`${han} (?=${han})`, "gu"),
      fix: "no space between Han characters",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${hanOrCite} ?)[,;:]|[,;:](?= ?${hanOrCite})`, "gu"),
      fix: "write ，；： in Chinese text",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${hanOrCite})[.?!](?!\\.\\.)|(?<!\\.)[.?!](?=${han})`, "gu"),
      fix: "write 。？！ in Chinese text",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${han} ?)\\(|\\((?=${han})|(?<=${han})\\)|\\)(?=${han})`, "gu"),
      fix: "write （ ） in Chinese text, or put a formula into $…$",
    },
    {
      thing: "quotes",
      pattern: new RegExp(`"|(?<=${han})'|'(?=${han})`, "gu"),
      fix: "write “ ” in Chinese text",
    },
    { thing: "ellipsis", pattern: /\.{3,}/gu, fix: "write …… in Chinese text" },
  ],
  en: [
    emphasis,
    {
      thing: "punctuation",
      pattern: /[，。：；？！（）、《》「」『』【】〈〉～\uFF10-\uFF5A]+/gu,
      fix: "no full-width punctuation in English text",
    },
  ],
};

const context = 5; // characters shown on each side of a fault

/** Checks one run against the rules of its language; faults side by side come as one. */
export function checkTypography({ lang, text, file, lineAt }: Run): Fault[] {
  return rules[lang].flatMap(({ thing, pattern, fix }) => {
    const spans: { start: number; end: number }[] = [];
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (joinsLines(text, found, index)) continue;
      const last = spans.at(-1);
      const end = index + found.length;
      if (last && index - last.end <= 2 * context && lineAt(index) === lineAt(last.start)) {
        last.end = end;
      } else spans.push({ start: index, end });
    }
    return spans.map(({ start, end }): Fault => {
      const value = excerpt(text, start, end);
      return { kind: "invalid", thing, value, file, line: lineAt(start), fix };
    });
  });
}

// A line break between two full-width characters is removed when the page is built.
function joinsLines(text: string, found: string, index: number): boolean {
  if (!found.endsWith("\n")) return false;
  return new RegExp(`^(${han}|${wide})`, "u").test(text.slice(index + found.length));
}

function excerpt(text: string, start: number, end: number): string {
  return text
    .slice(Math.max(0, start - context), end + context)
    .replaceAll(code, "`…`")
    .replaceAll(math, "$…$")
    .replaceAll(cite, "<Cite>")
    .replaceAll("\n", " ")
    .trim();
}
