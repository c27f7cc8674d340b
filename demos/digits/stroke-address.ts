import { grid, type Point, type Stroke } from "./strokes.ts";

const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const mostPoints = 900; // what an address still carries

/** Two signs for each point, a dot between strokes; empty where the drawing is too long for it. */
export function writeStrokes(strokes: readonly Stroke[]): string {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  if (points > mostPoints) return "";
  return strokes.map((stroke) => stroke.map(([x, y]) => sign(x) + sign(y)).join("")).join(".");
}

/** The strokes of an address, or undefined where it is not one that `writeStrokes` wrote. */
export function readStrokes(text: string): Stroke[] | undefined {
  if (text === "") return [];
  if (text.length > 3 * mostPoints || !/^([\w-]{2})+(\.([\w-]{2})+)*$/.test(text)) return undefined;
  return text.split(".").map((part) => {
    const pairs = part.match(/../g) ?? [];
    return pairs.map((pair): Point => [signs.indexOf(pair[0] ?? ""), signs.indexOf(pair[1] ?? "")]);
  });
}

const sign = (value: number): string =>
  signs[Math.min(grid - 1, Math.max(0, Math.round(value)))] as string;
