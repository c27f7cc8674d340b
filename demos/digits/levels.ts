/** Steps of grey that a picture on the page has, beside white. */
export const levelCount = 9;

/** Numbers from 0 to `peak` as one digit each, 0 to 9: short enough to stand in the page. */
export function toLevels(data: Float32Array, peak: number): string {
  let text = "";
  for (const value of data) {
    const level = peak > 0 ? Math.round((value / peak) * levelCount) : 0;
    text += Math.min(levelCount, Math.max(0, level));
  }
  return text;
}

/** SVG path data of each level that occurs: runs of equal pixels, one unit a pixel. */
export function traceLevels(levels: string, side: number): { level: number; path: string }[] {
  const paths = new Map<number, string>();
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; ) {
      const level = Number(levels[y * side + x]);
      let end = x + 1;
      while (end < side && Number(levels[y * side + end]) === level) end++;
      if (level > 0)
        paths.set(level, `${paths.get(level) ?? ""}M${x} ${y}h${end - x}v1h${x - end}z`);
      x = end;
    }
  }
  return [...paths].map(([level, path]) => ({ level, path })).sort((a, b) => a.level - b.level);
}
