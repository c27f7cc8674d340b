import type { Tool } from "./landscape.ts";
import { htmlLang, type Language } from "./languages.ts";
import { fillIn, stringsOf } from "./strings.ts";

/** The licence of a tool, by its SPDX name where it has one. */
export function writeLicence({ licence }: Tool, lang: Language): string {
  const words: Record<string, string> = stringsOf(lang).toolLicence;
  return words[licence] ?? licence;
}

/** The state of a tool and, where it was another before, since when: `Acquired, December 2025`. */
export function writeState({ state, since }: Tool, lang: Language): string {
  const word = stringsOf(lang).toolState[state];
  if (!since || state === "active") return word; // an active tool tells its news in `today`
  return `${word}${lang === "zh" ? "，" : ", "}${writeMonth(since, lang)}`;
}

/** What was said of a tool in 2022, or nothing. */
export function writeOld({ old }: Tool, lang: Language): string {
  return old ? fillIn(stringsOf(lang).landscape.old, { text: old[lang] }) : "";
}

function writeMonth(date: string, lang: Language): string {
  const [year = "", month] = date.split("-");
  if (!month) return lang === "zh" ? `${year} 年` : year;
  if (lang === "zh") return `${year} 年 ${Number(month)} 月`;
  const format = new Intl.DateTimeFormat(htmlLang.en, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(`${date}-01`));
}
