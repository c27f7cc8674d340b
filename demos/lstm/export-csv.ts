import { type CellTrace, type ShownCharacter, traceParts } from "./session.ts";

/** The table of a text as CSV (RFC 4180), one character a line; the cell's columns where known. */
export function exportCsv(text: readonly ShownCharacter[], trace: CellTrace | undefined): string {
  const parts = trace ? traceParts : [];
  const cell = trace ? `layer ${trace.layer + 1} cell ${trace.cell} ` : "";
  const head = ["place", "character", "origin", "entropy_bits", "probability"];
  const rows = text.map(({ character, origin, entropy, p }, at) => [
    String(at + 1),
    `"${character.replaceAll('"', '""')}"`,
    origin,
    String(entropy),
    String(p),
    ...parts.map((part) => String(trace?.[part][at] ?? "")),
  ]);
  return [[...head, ...parts.map((part) => cell + part)], ...rows]
    .map((row) => `${row.join(",")}\r\n`)
    .join("");
}
