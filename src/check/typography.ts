import type { Fault } from "../site/fault.ts";
import { objects, type Run } from "./run.ts";
import { typographyRules } from "./typography-rules.ts";

const context = 5; // characters shown on each side of a fault

/** Checks one run against the rules of its language; faults side by side come as one. */
export function checkTypography({ lang, text, file, lineAt }: Run): Fault[] {
  return typographyRules[lang].flatMap(({ thing, pattern, fix }) => {
    const spans: { start: number; end: number }[] = [];
    for (const { 0: found, index } of text.matchAll(pattern)) {
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

function excerpt(text: string, start: number, end: number): string {
  return text
    .slice(Math.max(0, start - context), end + context)
    .replaceAll(objects.code, "`…`")
    .replaceAll(objects.math, "$…$")
    .replaceAll(objects.cite, "<Cite>")
    .replaceAll(objects.break, " ")
    .trim()
    .replace(/[\p{Cf}\p{Cc}\u00A0\u2000-\u200A\u202F\u3000]/gu, toCodePoint);
}

function toCodePoint(character: string): string {
  return `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}>`;
}
