import { createRow, type FigureName, figureNames, type Row } from "./row.ts";

const textColumns = ["run", "algorithm", "parameters", "querySet"] as const;

/** Written as JSON before the columns. */
interface Header {
  version: 1;
  dataset: string;
  count: number;
  figures: FigureName[]; // those with at least one value
  texts: Record<(typeof textColumns)[number], string[]>;
}

/**
 * The rows of one data set as columns: length of the header (uint32), header (JSON, padded with
 * spaces to 4 bytes), per figure float32 [count] (NaN where missing), k float32 [count], per text
 * column uint16 [count] indices, batch uint8 [count]. Little-endian. Figures keep six digits.
 */
export function encodeRows(dataset: string, rows: readonly Row[]): Uint8Array<ArrayBuffer> {
  const count = rows.length;
  const figures = figureNames.filter((name) => rows.some((row) => !Number.isNaN(row[name])));
  const tables = textColumns.map((name) => [...new Set(rows.map((row) => row[name]))]);
  const texts = Object.fromEntries(textColumns.map((name, i) => [name, tables[i]]));
  const json = JSON.stringify({ version: 1, dataset, count, figures, texts });
  const text = new TextEncoder().encode(json);
  const head = Math.ceil(text.length / 4) * 4;
  const size = 4 + head + count * (4 * figures.length + 4 + 2 * textColumns.length + 1);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head, true);
  bytes.fill(0x20, 4, 4 + head);
  bytes.set(text, 4);
  let at = 4 + head;
  for (const name of figures) {
    for (const row of rows) {
      view.setFloat32(at, row[name], true);
      at += 4;
    }
  }
  for (const row of rows) {
    view.setFloat32(at, row.k, true);
    at += 4;
  }
  textColumns.forEach((name, i) => {
    const indices = new Map(tables[i]?.map((value, index) => [value, index]));
    for (const row of rows) {
      view.setUint16(at, indices.get(row[name]) ?? 0, true);
      at += 2;
    }
  });
  for (const row of rows) bytes[at++] = row.batch ? 1 : 0;
  return bytes;
}

/** The rows that `encodeRows` wrote. Throws when the bytes are not such a file. */
export function decodeRows(bytes: Uint8Array): Row[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readHead(view);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + head));
  const { version, dataset, count, figures, texts } = JSON.parse(text) as Header;
  if (version !== 1) throw new Error(`unknown version of the benchmark rows: ${version}`);
  const start = 4 + head;
  const kAt = start + 4 * count * figures.length;
  const textAt = kAt + 4 * count;
  const batchAt = textAt + 2 * count * textColumns.length;
  if (batchAt + count !== bytes.length) {
    const sizes = `${bytes.length} bytes instead of ${batchAt + count}`;
    throw new Error(`invalid benchmark rows of ${dataset}: ${sizes}`);
  }
  const readText = (name: (typeof textColumns)[number], column: number, i: number): string =>
    texts[name][view.getUint16(textAt + 2 * (column * count + i), true)] ?? "";
  return Array.from({ length: count }, (_, i) => {
    const values: Partial<Record<FigureName, number>> = {};
    figures.forEach((name, column) => {
      values[name] = restore(view.getFloat32(start + 4 * (column * count + i), true));
    });
    const names = {
      dataset,
      run: readText("run", 0, i),
      algorithm: readText("algorithm", 1, i),
      parameters: readText("parameters", 2, i),
      querySet: readText("querySet", 3, i),
      k: view.getFloat32(kAt + 4 * i, true),
      batch: bytes[batchAt + i] === 1,
    };
    return createRow(names, values);
  });
}

function readHead(view: DataView): number {
  const head = view.byteLength >= 4 ? view.getUint32(0, true) : 0;
  if (head === 0 || head > view.byteLength - 4)
    throw new Error("invalid benchmark rows: no header");
  return head;
}

// A float32 holds six decimal digits; this gives back the number that was published.
function restore(value: number): number {
  return Number.isNaN(value) ? value : Number(value.toPrecision(6));
}
