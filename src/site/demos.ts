import { about as attention } from "../../demos/attention/labels.ts";
import { about as benchmarks } from "../../demos/benchmarks/labels.ts";
import { about as databases } from "../../demos/databases/labels.ts";
import { about as digits } from "../../demos/digits/labels.ts";
import { about as hub } from "../../demos/hub/labels.ts";
import { about as lstm } from "../../demos/lstm/labels.ts";
import { about as quiz } from "../../demos/quiz/labels.ts";
import { about as zoo } from "../../demos/zoo/labels.ts";
import type { Bilingual } from "./languages.ts";

/** What the list of live figures says about one; each is written in the figure's labels.ts. */
export interface DemoAbout {
  title: string;
  description: string;
}

/** The live figures that have a page, in the order of the list. */
export const demoAbouts: { name: string; about: Bilingual<DemoAbout>; article: string }[] = [
  { name: "attention", about: attention, article: "how-transformers-work" },
  { name: "benchmarks", about: benchmarks, article: "ann-benchmarks" },
  { name: "databases", about: databases, article: "in-database-ml" },
  { name: "digits", about: digits, article: "tensorflow-neural-network" },
  { name: "hub", about: hub, article: "how-transformers-work" },
  { name: "lstm", about: lstm, article: "cnn-vs-rnn" },
  { name: "quiz", about: quiz, article: "deep-learning-quiz" },
  { name: "zoo", about: zoo, article: "neural-network-compute-explosion" },
];

/** The shipped models that a live figure runs; their cards stand below it. */
export const demoModels: Record<string, readonly string[]> = {
  attention: ["tang-transformer", "shakespeare-transformer"],
  lstm: ["tang-lstm", "shakespeare-lstm"],
};
