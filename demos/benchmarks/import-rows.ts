import type { Bilingual } from "../../src/site/languages.ts";
import { type CsvRecord, parseCsv } from "./csv.ts";
import type { Meta } from "./filters.ts";
import { figureColumns, shares } from "./import-columns.ts";
import { describeNumber, describeQuote, ImportFault } from "./import-fault.ts";
import { createNameBook, type NameBook } from "./name-book.ts";
import { type Algorithm, createRow, type Dataset, type FigureName, type Row } from "./row.ts";

/** The rows of a reader's file, with the names that the collection did not know. */
export interface Import {
  rows: Row[];
  algorithms: Algorithm[];
  datasets: Dataset[];
}

export interface ImportOptions {
  run: string; // id of the run that the rows are put into
  dataset: string; // id for rows of a file without a column of data sets
  meta: Meta;
}

/**
 * Reads a CSV as ann-benchmarks exports it, all 19 columns or some, in any order; also what
 * `exportRows` writes. Empty cells, `nan` and `inf` are missing figures. A file with a fault gives
 * one sentence with line and column, and no rows.
 */
export function importRows(text: string, options: ImportOptions): Import | { error: Bilingual } {
  try {
    return readFile(text, options);
  } catch (error) {
    if (error instanceof ImportFault) return { error: error.sentence };
    throw error;
  }
}

function readFile(text: string, options: ImportOptions): Import {
  const { records, fault } = parseCsv(text);
  if (fault) throw describeQuote(fault);
  const [head, ...body] = records;
  if (!head) throw new ImportFault("文件是空的", "Missing rows: the file is empty", 1, 1);
  const header = readHeader(head);
  if (body.length === 0) {
    const en = "Missing rows: there is only a header";
    throw new ImportFault("只有表头，没有数据", en, head.line + 1, 1);
  }
  const names = createNameBook(options.meta);
  const rows = body.map((record) => readRecord(header, record, options, names));
  return { rows, algorithms: names.algorithms, datasets: names.datasets };
}

function readHeader({ line, cells }: CsvRecord): string[] {
  const header = cells.map((cell) => cell.trim().toLowerCase());
  for (const [column, twin] of [["algorithm"], ["k-nn", "recall"], ["qps"]]) {
    if (header.some((name) => name === column || name === twin)) continue;
    throw new ImportFault(`缺少 ${column} 列`, `Missing column ${column}`, line, header.length);
  }
  const fields = header.map((name) => figureColumns[name] ?? name);
  fields.forEach((field, i) => {
    if (field === "" || fields.indexOf(field) === i) return;
    throw new ImportFault(`列 ${header[i]} 重复`, `Duplicate column ${header[i]}`, line, i + 1);
  });
  return header;
}

function readRecord(
  header: readonly string[],
  { line, cells }: CsvRecord,
  options: ImportOptions,
  names: NameBook,
): Row {
  if (cells.length !== header.length) {
    const zh = `这一行有 ${cells.length} 格，表头有 ${header.length} 格`;
    const en = `Invalid number of cells: ${cells.length}, while the header has ${header.length}`;
    throw new ImportFault(zh, en, line, Math.min(cells.length, header.length) + 1);
  }
  const find = (column: string): number => header.indexOf(column);
  const read = (column: string): string => cells[find(column)]?.trim() ?? "";
  const figures: Partial<Record<FigureName, number>> = {};
  header.forEach((column, i) => {
    const name = figureColumns[column];
    if (name) figures[name] = readFigure(name, column, cells[i]?.trim() ?? "", line, i + 1);
  });
  const kColumn = find("count") >= 0 ? "count" : "k";
  const k = Number(read(kColumn)); // 0 where there is none
  if (!Number.isInteger(k) || k < 0) {
    throw describeNumber(kColumn, read(kColumn), line, find(kColumn) + 1);
  }
  const algorithm = read("algorithm");
  if (algorithm === "") throw describeNumber("algorithm", "", line, find("algorithm") + 1);
  const dataset = read("dataset");
  return createRow(
    {
      dataset: dataset === "" ? options.dataset : names.findDataset(dataset),
      run: options.run,
      algorithm: names.findAlgorithm(algorithm),
      parameters: read("parameters"),
      k,
      batch: /^(1|true)$/i.test(read("batch")),
      querySet: read("queries"),
    },
    figures,
  );
}

function readFigure(
  name: FigureName,
  column: string,
  cell: string,
  line: number,
  at: number,
): number {
  if (/^(nan|[+-]?inf(inity)?)?$/i.test(cell)) return Number.NaN;
  const value = Number(cell);
  if (!Number.isFinite(value)) throw describeNumber(column, cell, line, at);
  if (shares.includes(name) && !(value >= 0 && value <= 1)) {
    const en = `Invalid ${column}: ${cell} is not between 0 and 1`;
    throw new ImportFault(`${column} 列的 ${cell} 不在 0 到 1 之间`, en, line, at);
  }
  if (name === "qps" && value < 0) {
    throw new ImportFault(`qps 列的 ${cell} 是负数`, `Invalid qps: ${cell} is negative`, line, at);
  }
  return value;
}
