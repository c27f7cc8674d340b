import type { LivePoint } from "./live-event.ts";

export const GOOD_RECALL = 0.95;

/** The outcome of a run in two numbers. */
export interface Summary {
  fastest: LivePoint; // among the settings with recall ≥ 0.95
  speedup: number | undefined; // over brute force on the CPU, where that ran
}

/** Single queries only: a batch answers another question. Nothing when no setting is good enough. */
export function summarisePoints(points: readonly LivePoint[]): Summary | undefined {
  const good = points.filter(({ batch, recall }) => !batch && recall >= GOOD_RECALL);
  const [first, ...rest] = good;
  if (!first) return undefined;
  const fastest = rest.reduce((best, point) => (point.qps > best.qps ? point : best), first);
  const baseline = points.find(({ contestant }) => contestant === "brute-force");
  return { fastest, speedup: baseline && fastest.qps / baseline.qps };
}
