import type { CellTrace, TracePart } from "./session.ts";

/** What colours a character: gates as they are, the cell state as tanh(c), all within −1 to 1. */
export function heatOf(trace: CellTrace, part: TracePart, at: number): number {
  const value = trace[part][at] ?? 0;
  return part === "c" ? Math.tanh(value) : value;
}

/** Consecutive places of a text that stay on one line: a clause, or a word with what ends it. */
export function groupPlaces(characters: readonly string[]): number[][] {
  const groups: number[][] = [];
  let group: number[] = [];
  for (const [at, character] of characters.entries()) {
    group.push(at);
    if (/[\s，。？！；：]/.test(character)) {
      groups.push(group);
      group = [];
    }
  }
  return group.length > 0 ? [...groups, group] : groups;
}
