import { about as benchmarks } from "../../demos/benchmarks/labels.ts";
import { about as quiz } from "../../demos/quiz/labels.ts";
import type { Bilingual } from "./languages.ts";

/** What the list of live figures says about one; each is written in the figure's labels.ts. */
export interface DemoAbout {
  title: string;
  description: string;
}

/** The live figures that have a page, in the order of the list. */
export const demoAbouts: { name: string; about: Bilingual<DemoAbout>; article: string }[] = [
  { name: "benchmarks", about: benchmarks, article: "ann-benchmarks" },
  { name: "quiz", about: quiz, article: "deep-learning-quiz" },
];
