/** Cells of about one strength as one path, in a square of T by T units. */
export interface CellLayer {
  strength: number; // 0–1
  path: string;
}

/** Weights [T, T] in `levels` steps of strength; cells below the first step are left out. */
export function drawCells(weights: Float32Array, T: number, levels = 8): CellLayer[] {
  const paths = Array.from({ length: levels }, () => "");
  for (let t = 0; t < T; t++) {
    for (let j = 0; j < T; j++) {
      const level = Math.min(levels, Math.round(Math.sqrt(weights[t * T + j] ?? 0) * levels));
      if (level > 0) paths[level - 1] += `M${j} ${t}h1v1h-1z`;
    }
  }
  return paths.flatMap((path, i) => (path ? [{ strength: ((i + 1) / levels) ** 1.2, path }] : []));
}
