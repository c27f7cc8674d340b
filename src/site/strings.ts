import en from "../strings/en.json" with { type: "json" };
import zh from "../strings/zh.json" with { type: "json" };
import type { Language } from "./languages.ts";

/** The words of the interface; both files carry the same keys, which the compiler checks. */
export type Strings = typeof zh;

const strings: Record<Language, Strings> = { zh, en };

export function stringsOf(lang: Language): Strings {
  return strings[lang];
}

/** Puts values into a phrase: `{count} 个模式`. */
export function fillIn(phrase: string, values: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (hole, key: string) => String(values[key] ?? hole));
}
