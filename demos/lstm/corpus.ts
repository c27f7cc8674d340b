import type { Bilingual } from "../../src/site/languages.ts";

export const corpusIds = ["tang", "shakespeare"] as const;

export type CorpusId = (typeof corpusIds)[number];

/** What a model was trained on, as far as writing with it depends on that. */
export interface Corpus {
  name: Bilingual;
  model: string; // folder below public/models
  rival: string; // the transformer on the same corpus
  /** Each line is a text of its own: the state starts from zeros after a line end. */
  hasOwnLines: boolean;
  /** Characters after which a line of an acrostic begins; the line end always is one. */
  lineMarks: string;
  /** The usual start, so that the first click shows something. */
  prompt: string;
  heads: string;
}

export const corpora: Record<CorpusId, Corpus> = {
  tang: {
    name: { zh: "唐诗绝句", en: "Tang quatrains" },
    model: "tang-lstm",
    rival: "tang-transformer",
    hasOwnLines: true,
    lineMarks: "，。？！；：",
    prompt: "明月",
    heads: "春夏秋冬",
  },
  shakespeare: {
    name: { zh: "莎士比亚", en: "Shakespeare" },
    model: "shakespeare-lstm",
    rival: "shakespeare-transformer",
    hasOwnLines: false,
    lineMarks: "",
    prompt: "ROMEO:\n",
    heads: "LSTM",
  },
};
