/** The two languages of the site, Chinese first; also the first segment of every address. */
export const languages = ["zh", "en"] as const;

export type Language = (typeof languages)[number];

/** A text that exists in both languages. */
export type Bilingual<T = string> = Record<Language, T>;

/** The `lang` attribute: one spelling each, since Pagefind matches it literally. */
export const htmlLang: Bilingual = { zh: "zh-CN", en: "en" };

export const languageName: Bilingual = { zh: "中文", en: "English" };

export function otherLanguage(lang: Language): Language {
  return lang === "zh" ? "en" : "zh";
}

export function isLanguage(value: unknown): value is Language {
  return value === "zh" || value === "en";
}
