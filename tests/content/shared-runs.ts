/** What a run of text is counted in, and how many may stand in a row in both texts. */
export interface Measure {
  unit: RegExp; // with the flags g and u
  most: number;
}

/** The longest runs of more than `most` units that stand in both texts, marks and case aside. */
export function findSharedRuns(text: string, source: string, { unit, most }: Measure): string[] {
  const [units, known] = [text, source].map((one) => one.toLowerCase().match(unit) ?? []);
  if (!units || !known) return [];
  const length = most + 1;
  const windows = new Set(known.map((_, i) => known.slice(i, i + length).join(" ")));
  const joint = units.some((one) => one.length > 1) ? " " : "";
  const runs: string[] = [];
  let start = 0;
  while (start + length <= units.length) {
    let end = start;
    while (end + length <= units.length && windows.has(units.slice(end, end + length).join(" ")))
      end += 1;
    if (end > start) runs.push(units.slice(start, end + most).join(joint));
    start = Math.max(end, start) + 1;
  }
  return runs;
}
