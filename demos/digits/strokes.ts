import type { Ink } from "./preprocess.ts";

/** A place on the pad; both run from 0 (left, top) to 63. */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

/** Points along a side of the pad. */
export const grid = 64;
export const brush = 2.6; // radius of the pen, in grid units
const resolution = 2; // pixels per grid unit

/** The strokes as a picture of 128 × 128 pixels; the edge of a stroke is one pixel of grey. */
export function drawInk(strokes: readonly Stroke[]): Ink {
  const size = grid * resolution;
  const data = new Float32Array(size * size);
  const radius = brush * resolution;
  for (const stroke of strokes) {
    for (const [index, point] of stroke.entries()) {
      const [x1, y1] = toPixel(stroke[index - 1] ?? point);
      const [x2, y2] = toPixel(point);
      const reach = radius + 1;
      const [left, right] = [Math.min(x1, x2) - reach, Math.max(x1, x2) + reach];
      const [top, bottom] = [Math.min(y1, y2) - reach, Math.max(y1, y2) + reach];
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(size, bottom); y++) {
        for (let x = Math.max(0, Math.floor(left)); x < Math.min(size, right); x++) {
          const away = distanceToSegment([x + 0.5, y + 0.5], [x1, y1], [x2, y2]);
          const ink = Math.min(1, Math.max(0, radius + 0.5 - away));
          data[y * size + x] = Math.max(data[y * size + x] as number, ink);
        }
      }
    }
  }
  return { height: size, width: size, data };
}

const toPixel = ([x, y]: Point): Point => [(x + 0.5) * resolution, (y + 0.5) * resolution];

function distanceToSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
