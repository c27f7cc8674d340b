/** Weights [T, T] as CSV: keys across, queries down. */
export function writeMatrix(weights: Float32Array, symbols: readonly string[]): string {
  const T = symbols.length;
  const head = ["", ...symbols].map(quote).join(",");
  const rows = symbols.map((symbol, t) => {
    const row = Array.from(weights.subarray(t * T, (t + 1) * T), (weight) => weight.toFixed(6));
    return [quote(symbol), ...row].join(",");
  });
  return `${[head, ...rows].join("\n")}\n`;
}

/** One row for each pair of every head. */
export function writeHeads(
  heads: readonly { layer: number; head: number; weights: Float32Array }[],
  symbols: readonly string[],
): string {
  const T = symbols.length;
  const rows = heads.flatMap(({ layer, head, weights }) =>
    Array.from(weights, (weight, at) => {
      const [t, j] = [Math.floor(at / T), at % T];
      const names = [quote(symbols[t] ?? ""), quote(symbols[j] ?? "")];
      return [layer + 1, head + 1, t, j, ...names, weight.toFixed(6)].join(",");
    }),
  );
  return `${["layer,head,query_place,key_place,query,key,weight", ...rows].join("\n")}\n`;
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
