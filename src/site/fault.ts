/** The six kinds of fault that content can have. */
export type FaultKind = "missing" | "unknown" | "invalid" | "duplicate" | "ambiguous" | "stale";

/** One fault in the content: what is wrong with which thing, where, and how to mend it. */
export interface Fault {
  kind: FaultKind;
  thing: string;
  value: string;
  file: string; // relative to the project root
  line: number; // 1-based
  fix?: string;
}

/** One line per fault: `unknown term: kv-cach (content/x.mdx:12): did you mean kv-cache?` */
export function formatFault({ kind, thing, value, file, line, fix }: Fault): string {
  return `${kind} ${thing}: ${value} (${file}:${line})${fix ? `: ${fix}` : ""}`;
}

/** Raised once per check with every fault found, so that an author mends them in one go. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super([`${faults.length} content fault(s)`, ...faults.map(formatFault)].join("\n"));
    this.name = "ContentError";
    this.faults = faults;
  }
}

/** Returns the known name nearest to `value` by edit distance, as the fix of an unknown name. */
export function suggestNearest(value: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(value.length / 3)) + 1;
  for (const candidate of known) {
    const distance = measureEditDistance(value, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best && `did you mean ${best}?`;
}

// Levenshtein distance, one row at a time.
function measureEditDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
