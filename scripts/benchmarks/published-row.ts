import type { FigureName } from "../../demos/benchmarks/row.ts";

/** One row of a published file under the names that the file uses. */
export interface PublishedRow {
  dataset: string;
  run: string; // our id: the files do not name their runs
  algorithm: string;
  parameters: string;
  k: number;
  batch?: boolean;
  querySet?: string;
  figures: Partial<Record<FigureName, number>>;
}

/** Cells of one record by column. */
export type Cells = Record<string, string>;

/** The text of a column; throws when the file has no such column. */
export function readText(cells: Cells, column: string): string {
  const value = cells[column];
  if (value === undefined) throw new Error(`missing column: ${column}`);
  return value;
}

/** The number in a column, NaN where the cell is empty or says `nan` (0 ÷ 0 in the source). */
export function readNumber(cells: Cells, column: string): number {
  const text = readText(cells, column);
  if (text === "" || text === "nan") return Number.NaN;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`invalid number: ${text}`);
  return value;
}

/** The same for a figure whose source writes 0, or a negative placeholder, for “not measured”. */
export function readPositive(cells: Cells, column: string): number {
  const value = readNumber(cells, column);
  return value > 0 ? value : Number.NaN;
}
