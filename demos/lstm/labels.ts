import type { Bilingual } from "../../src/site/languages.ts";
import { en } from "./words-en.ts";
import { type Words, zh } from "./words-zh.ts";

/** What the list of live figures says about this one. */
export const about = {
  zh: {
    title: "LSTM 写诗：每个门都看得见",
    description:
      "唐诗和莎士比亚两个小模型在浏览器里逐字生成；门、细胞状态、每个字的来历，点开就能核对。",
  },
  en: {
    title: "An LSTM that writes, every gate in view",
    description:
      "Two small models, Tang quatrains and Shakespeare, write in the browser; gates, cell states and the origin of each character are open to checking.",
  },
};

export const labels: Bilingual<Words> = { zh, en };
