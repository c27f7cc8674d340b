import type { Bilingual } from "../../src/site/languages.ts";

/** The list of the older text, or what came later or was missing there. */
export const lists = ["ten", "added"] as const;
/** Where the training loop runs, from the engine outwards. */
export const places = ["engine", "process", "nodes", "service", "outside"] as const;
/** What training rows have to cross, from nothing outwards. */
export const moves = ["nothing", "memory", "nodes", "storage", "network"] as const;
export const families = [
  "linear",
  "trees",
  "neural",
  "clustering",
  "recommendation",
  "series",
  "anomaly",
  "other",
  "any",
] as const;
export const languages = ["SQL", "Python", "R", "Java", "C++", "JavaScript"] as const;
/** `no` is what no manual mentions, `service` what the called service decides. */
export const answers = ["yes", "service", "no"] as const;
export const formats = [
  "native",
  "onnx",
  "pmml",
  "tensorflow",
  "tflite",
  "xgboost",
  "lightgbm",
  "catboost",
  "sklearn",
  "pytorch",
  "mlflow",
  "hugging-face",
  "sagemaker",
  "revoscale",
  "docker",
] as const;
export const licences = ["open", "source-available", "closed"] as const;
export const states = ["active", "changed", "quiet", "gone", "unclear"] as const;

/** Statements for one task: churn of `customers`, trained on and predicted from their table. */
export interface Statements {
  train: string;
  predict: string;
  source: string; // id of the reference that documents the syntax
}

/** A database that can train or run a model; ids of references are those of references.bib. */
export interface Database {
  id: string;
  list: (typeof lists)[number];
  name: string;
  vendor: string;
  training: (typeof places)[number];
  trainingNote: Bilingual;
  moves: (typeof moves)[number];
  movesNote: Bilingual;
  families: (typeof families)[number][]; // empty where SQL trains nothing
  algorithms: Bilingual;
  languages: (typeof languages)[number][];
  automl: (typeof answers)[number];
  gpu: (typeof answers)[number];
  imports: (typeof formats)[number][];
  exports: (typeof formats)[number][];
  licence: { kind: (typeof licences)[number]; name: Bilingual };
  state: { kind: (typeof states)[number]; note: Bilingual; year: number; source: string };
  sql: Statements | { missing: Bilingual };
  sources: string[];
}
