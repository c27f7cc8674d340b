/** A number for reading: four decimals, a true minus sign. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace("-", "−");
}

/** A share of one as a percentage with three digits, and “< 0.01%” below that. */
export function formatShare(p: number): string {
  if (p === 0) return "0%";
  return p < 0.0001 ? "< 0.01%" : `${(100 * p).toPrecision(3)}%`;
}

export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What a character looks like where it would be invisible. */
export function showCharacter(character: string): string {
  if (character === "\n") return "↵";
  return character === " " ? "␣" : character;
}

/** A cell by its number; its layer, counted from one, comes first where there are several. */
export function nameCell(layers: number, layer: number, cell: number | string): string {
  return layers > 1 ? `${layer + 1}·${cell}` : String(cell);
}
