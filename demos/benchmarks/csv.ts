/** One record and the line it begins on; a quoted cell may hold line breaks. */
export interface CsvRecord {
  line: number; // 1-based
  cells: string[];
}

export interface CsvFault {
  kind: "unclosed quote" | "text after quote";
  line: number;
  column: number; // 1-based, counted in cells
}

/**
 * Reads comma-separated values as RFC 4180 has them: quoted cells, doubled quotes, line breaks
 * inside quotes, LF or CRLF. A byte-order mark and blank lines are skipped.
 */
export function parseCsv(text: string): { records: CsvRecord[]; fault?: CsvFault } {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] };
    let isOpen = true;
    while (isOpen) {
      const column = record.cells.length + 1;
      if (text[at] === '"') {
        const start = line;
        const { cell, end } = readQuoted(text, at);
        if (end < 0) return { records, fault: { kind: "unclosed quote", line: start, column } };
        line += countBreaks(cell);
        record.cells.push(cell);
        at = end;
        if (at < text.length && !",\r\n".includes(text.charAt(at))) {
          return { records, fault: { kind: "text after quote", line, column } };
        }
      } else {
        const end = findEnd(text, at);
        record.cells.push(text.slice(at, end));
        at = end;
      }
      isOpen = text[at] === ",";
      if (isOpen) at++;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    line++;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
  }
  return { records };
}

/** Records as text with LF line ends; NaN and undefined become empty cells. */
export function formatCsv(records: readonly (readonly (string | number | undefined)[])[]): string {
  return records.map((cells) => `${cells.map(formatCell).join(",")}\n`).join("");
}

function formatCell(value: string | number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// `end` is the place after the closing quote, −1 when there is none.
function readQuoted(text: string, start: number): { cell: string; end: number } {
  let cell = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { cell, end: -1 };
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

function findEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !",\r\n".includes(text.charAt(end))) end++;
  return end;
}

function countBreaks(cell: string): number {
  return cell.split(/\r\n|\r|\n/).length - 1;
}
