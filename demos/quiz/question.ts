import type { Diagram } from "../../src/site/schema.ts";

/** What the core knows of a question: enough to ask, score and shuffle it. */
export interface Item {
  id: string;
  topic: string;
  options: number; // how many
  key: number; // index of the right one in the file
}

export type Picture =
  | { kind: "diagram"; diagram: Diagram }
  | { kind: "plot"; svg: string; caption: string; alt: string; legend: string[] }
  | { kind: "table"; caption: string; head: string[]; rows: string[][] };

export interface PageLink {
  text: string;
  url: string;
}

export type Verdict = "wrong" | "contested" | "incomplete" | "dated";

/** A question in one language, as the page shows it. */
export interface Question {
  id: string;
  number: number;
  topic: string;
  difficulty: number;
  text: string;
  picture: Picture | undefined;
  options: { text: string; reason: string }[];
  key: number;
  old: { verdict: Verdict; note: string; sources: PageLink[] } | undefined;
  next: PageLink[];
}

export interface Topic {
  id: string;
  name: string;
}

/** The published results of the old test. */
export interface Published {
  registered: number;
  tookPart: number; // more than
  mean: number;
  median: number;
  mode: number;
  best: number;
  chance: number; // expected score of guessing
  source: PageLink;
}

/** The whole quiz in one language: what the page holds from the start. */
export interface FirstView {
  topics: Topic[];
  questions: Question[];
  published: Published;
}

export function toItem({ id, topic, options, key }: Question): Item {
  return { id, topic, options: options.length, key };
}

/** The letter of the i-th option as shown. */
export const letterOf = (i: number): string => String.fromCharCode(65 + i);
