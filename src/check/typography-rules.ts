import type { Language } from "../site/languages.ts";
import { objects } from "./run.ts";

const { code, math, cite, break: hardBreak } = objects;
const han = "\\p{Script=Han}"; // 々 and 〇 too
const opening = "《「『【“（";
const closing = "》」』】”）";
const wide = `[，。：；？！、—${opening}${closing}]`; // full-width punctuation brings its own space
const circled = "\\u2460-\\u249B\\u24EA-\\u24FF\\u2776-\\u2793"; // ① stands without a space
const latin = `(?![${circled}])[\\p{Script=Latin}\\p{Script=Greek}\\p{Nd}\\p{No}%‰°℃${code}${math}]`;
const hanOrCite = `[${han}${cite}]`;
const otherSpace = "[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]";
const abbreviation = // may end with a full stop inside a Chinese sentence
  "(?<!\\p{L})(?:al|etc|vs|cf|Inc|Ltd|Corp|Co|Jr|Sr|Dr|St|No|Fig|Eq|Sec|vol|pp?|\\p{Lu}|\\p{L}\\.\\p{L})";

/** A rule of typography: what is wrong, found by a pattern, and how to write it. */
export interface TypographyRule {
  thing: string;
  pattern: RegExp;
  fix: string;
}

const ofBothLanguages: TypographyRule[] = [
  {
    thing: "emphasis",
    pattern: new RegExp(`\\*\\*|(?<=${han})__|__(?=${han})`, "gu"),
    fix: "** was not read as bold; mend its ends, or write it in `code`",
  },
  {
    thing: "maths",
    pattern: /\$/gu,
    fix: "$ was not read as a formula; mend its ends, or write it in `code`",
  },
  { thing: "character", pattern: /[\p{Cf}\p{Cc}]/gu, fix: "remove it; readers cannot see it" },
];

/** The rules of each language, for the text of runs. */
export const typographyRules: Record<Language, TypographyRule[]> = {
  zh: [
    ...ofBothLanguages,
    {
      thing: "spacing",
      pattern: new RegExp(`${han}(?=[±≈≤≥−~]?${latin})|(?:${latin}[+#×]*|${cite})(?=${han})`, "gu"),
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
      pattern: new RegExp(`${wide} (?=[^${hardBreak}])|[ ](?=${wide})`, "gu"),
      fix: "no space beside full-width punctuation",
    },
    {
      thing: "spacing",
      pattern: new RegExp(`${han} (?=${han})`, "gu"),
      fix: "no space between Han characters",
    },
    {
      thing: "spacing",
      pattern: new RegExp(
        `\\u3000|(?<=${han}|${wide})${otherSpace}|${otherSpace}(?=${han}|${wide})`,
        "gu",
      ),
      fix: "write an ordinary space, or none",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(
        `(?<=${hanOrCite} ?|[${closing}])[,;:]|[,;:](?= ?${hanOrCite}|[${opening}])`,
        "gu",
      ),
      fix: "write ，；： in Chinese text",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(
        `(?<=${hanOrCite}|[${closing}])[.?!](?!\\.\\.)|(?<!\\.)[.?!](?=${han})|(?<=${han} )[?!]`,
        "gu",
      ),
      fix: "write 。？！ in Chinese text",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(
        `[.?](?=$|[${hardBreak}])(?<=${han}.*${latin}.)(?<!${abbreviation}.)` +
          `|[.?](?= ${han})(?<=${latin}.)(?<!${abbreviation}.)`,
        "gu",
      ),
      fix: "write 。？！ in Chinese text",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${han} ?)\\(|\\((?=${han})|(?<=${han})\\)|\\)(?=${han})`, "gu"),
      fix: "write （ ） in Chinese text, or put a formula into $…$",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${han})[[\\]{}]|[[\\]{}](?=${han})`, "gu"),
      fix: "write （ ） or 【 】 in Chinese text; a link is [text](address)",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${han})~(?=${han})`, "gu"),
      fix: "write ～ or 到 in Chinese text",
    },
    {
      thing: "punctuation",
      pattern: new RegExp(`(?<=${han} ?)-{2,}(?![-\\w])|-{2,}(?= ?${han})`, "gu"),
      fix: "write —— in Chinese text",
    },
    {
      thing: "quotes",
      pattern: new RegExp(`"|(?<=${han})'|'(?=${han})`, "gu"),
      fix: "write “ ” in Chinese text",
    },
    { thing: "ellipsis", pattern: /\.{3,}/gu, fix: "write …… in Chinese text" },
    {
      thing: "punctuation",
      pattern: /[\uFF05\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+/gu,
      fix: "write half-width letters, digits and %",
    },
  ],
  en: [
    ...ofBothLanguages,
    {
      // A Chinese phrase, 《静夜思》 or 床前明月光，疑是地上霜, keeps the marks inside it.
      thing: "punctuation",
      pattern: new RegExp(
        "[（）～\\uFF05\\uFF10-\\uFF5A]" +
          `|(?<![${han}》」』])[，。：；？！、]|[，。：；？！、](?![${han}《「『"”'’)])` +
          `|[《「『【〈](?!${han})|(?<!${han})[》」』】〉]`,
        "gu",
      ),
      fix: "no full-width punctuation in English text",
    },
    { thing: "spacing", pattern: /\u3000| {2,}/gu, fix: "one ordinary space" },
  ],
};
