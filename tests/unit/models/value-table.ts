import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder } from "../../../scripts/models/read-shipped.ts";

/** values.json, which models/characters/value_table.py writes from the shipped weights. */
export interface ValueTable {
  tolerance: number;
  sentences: Sentence[];
}

export interface Sentence {
  tokens: number[];
  logits: { position: number; tokens: number[]; values: number[]; logSumExp: number }[];
  /** Of a transformer. */
  attention: { layer: number; head: number; query: number; values: number[] }[];
  vectors: {
    layer: number;
    head: number;
    position: number;
    query: number[];
    key: number[];
    value: number[];
  }[];
  hidden: { layer: number; position: number; values: number[] }[];
  /** Of an LSTM, after the last token. */
  states: { layer: number; hidden: number[]; cell: number[] }[];
}

export function readValueTable(name: string): ValueTable {
  const path = join(modelFolder, name, "values.json");
  return JSON.parse(readFileSync(path, "utf8")) as ValueTable;
}

/** The largest difference between a table's excerpt and the numbers from `from` on. */
export function findGap(wanted: readonly number[], found: ArrayLike<number>, from = 0): number {
  return wanted.reduce((worst, value, i) => {
    const gap = Math.abs(value - (found[from + i] ?? Number.NaN));
    return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(worst, gap);
  }, 0);
}

/** The same for one row of the table's logits. */
export function findLogitGap(
  { tokens, values, logSumExp }: Sentence["logits"][number],
  row: ArrayLike<number>,
): number {
  const found = tokens.map((token) => row[token] ?? Number.NaN);
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += Math.exp(row[i] ?? 0);
  return Math.max(findGap(values, found), Math.abs(Math.log(sum) - logSumExp));
}
