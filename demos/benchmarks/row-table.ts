import { formatCsv, parseCsv } from "./csv.ts";
import { createRow, type FigureName, figureNames, type Row } from "./row.ts";

const nameColumns = [
  "dataset",
  "run",
  "algorithm",
  "parameters",
  "k",
  "batch",
  "querySet",
] as const;

/** Rows as the collection keeps them: a column per name, and per figure that any row has. */
export function formatRows(rows: readonly Row[]): string {
  const figures = figureNames.filter((name) => rows.some((row) => !Number.isNaN(row[name])));
  return formatCsv([
    [...nameColumns, ...figures],
    ...rows.map((row) => [
      row.dataset,
      row.run,
      row.algorithm,
      row.parameters,
      row.k,
      row.batch ? 1 : 0,
      row.querySet,
      ...figures.map((name) => row[name]),
    ]),
  ]);
}

/** The same, read. Throws with file, line and column on the first fault; `file` is for that only. */
export function readRows(text: string, file: string): Row[] {
  const { records, fault } = parseCsv(text);
  const refuse = (kind: string, line: number, column: number): never => {
    throw new Error(`${kind} (${file}:${line}, column ${column})`);
  };
  if (fault) return refuse(`invalid quoting: ${fault.kind}`, fault.line, fault.column);
  const header = records[0]?.cells ?? [];
  const figures = header.slice(nameColumns.length).map((name, i): FigureName => {
    const known = figureNames.find((figure) => figure === name);
    return known ?? refuse(`unknown column: ${name}`, 1, nameColumns.length + i + 1);
  });
  nameColumns.forEach((name, i) => {
    if (header[i] !== name) refuse(`missing column: ${name}`, 1, i + 1);
  });
  return records.slice(1).map(({ line, cells }) => {
    if (cells.length !== header.length) refuse("invalid number of cells", line, cells.length);
    const read = (i: number): number => {
      const cell = cells[i] ?? "";
      const value = cell === "" ? Number.NaN : Number(cell);
      return cell !== "" && !Number.isFinite(value)
        ? refuse(`invalid number: ${cell}`, line, i + 1)
        : value;
    };
    const [dataset = "", run = "", algorithm = "", parameters = "", , batch, querySet = ""] = cells;
    return createRow(
      { dataset, run, algorithm, parameters, k: read(4), batch: batch === "1", querySet },
      Object.fromEntries(figures.map((name, i) => [name, read(nameColumns.length + i)])),
    );
  });
}
