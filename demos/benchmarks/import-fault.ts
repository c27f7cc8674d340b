import type { Bilingual } from "../../src/site/languages.ts";
import type { CsvFault } from "./csv.ts";

/** Why a reader's file was refused: the first fault, in one sentence with line and column. */
export class ImportFault extends Error {
  readonly sentence: Bilingual;

  constructor(zh: string, en: string, line: number, column: number) {
    super(en);
    this.name = "ImportFault";
    this.sentence = {
      zh: `第 ${line} 行第 ${column} 列：${zh}。`,
      en: `${en} (line ${line}, column ${column}).`,
    };
  }
}

export function describeQuote({ kind, line, column }: CsvFault): ImportFault {
  return kind === "unclosed quote"
    ? new ImportFault("引号没有配对", "Invalid quoting: the quote is never closed", line, column)
    : new ImportFault(
        "引号后面还有字",
        "Invalid quoting: text after a closing quote",
        line,
        column,
      );
}

export function describeNumber(
  name: string,
  cell: string,
  line: number,
  column: number,
): ImportFault {
  const zh = cell === "" ? `${name} 列是空的` : `${name} 列的“${cell}”不是合适的数`;
  const en =
    cell === ""
      ? `Missing ${name}: the cell is empty`
      : `Invalid ${name}: “${cell}” is no fitting number`;
  return new ImportFault(zh, en, line, column);
}
