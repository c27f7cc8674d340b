import type { Point, Stroke } from "./strokes.ts";

/** The drawing that the page begins with: a three of two bows. */
export const example: Stroke[] = [[...bow(20, 10, 12, -150, 85), ...bow(43, 11, 12.5, -85, 150)]];

/** Part of an ellipse around x = 31, from one angle to the other, in degrees. */
function bow(y: number, ry: number, rx: number, from: number, to: number): Point[] {
  return Array.from({ length: 15 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 14) * Math.PI) / 180;
    return [Math.round(31 + rx * Math.cos(angle)), Math.round(y + ry * Math.sin(angle))];
  });
}
