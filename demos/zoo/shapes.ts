import type { CellKind } from "./entry.ts";

/** How a kind of cell is drawn: an outline, a mark inside it, and one of the page's data colours. */
export interface CellShape {
  outline: string; // SVG path data around 0 0, within a circle of radius 7
  mark: string;
  colour: number; // 1 to 8, see tokens.css
}

const circle = (r: number): string =>
  `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

function polygon(corners: number, turn: number, r = 7): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * (i + turn)) / corners - Math.PI / 2;
    return `${(r * Math.cos(angle)).toFixed(1)} ${(r * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}z`;
}

const square = "M-5.6 -5.6H5.6V5.6H-5.6z";
const star = "M0 -7L1.9 -2.2L7 -2L3 1.3L4.3 6.4L0 3.6L-4.3 6.4L-3 1.3L-7 -2L-1.9 -2.2z";
const cross = "M-2.4 -6.5H2.4V-2.4H6.5V2.4H2.4V6.5H-2.4V2.4H-6.5V-2.4H-2.4z";
const bow = "M-6.5 -6L0 -1.6L6.5 -6V6L0 1.6L-6.5 6z";

/** No two kinds share an outline and a mark, so that colour is never needed to tell them apart. */
export const cellShapes: Record<CellKind, CellShape> = {
  input: { outline: square, mark: "", colour: 5 },
  noise: { outline: square, mark: "M-3 -2.5h.1M3 -2.5h.1M0 0.2h.1M-3 3h.1M3 3h.1", colour: 5 },
  hidden: { outline: circle(6.4), mark: "", colour: 3 },
  output: { outline: polygon(8, 0.5, 7), mark: circle(2), colour: 2 },
  copy: { outline: square, mark: "M-2.6 -2.6H2.6V2.6H-2.6z", colour: 2 },
  recurrent: { outline: circle(6.4), mark: circle(3), colour: 1 },
  gated: { outline: circle(6.4), mark: "M-6 0H6M0 -6V6", colour: 1 },
  stochastic: { outline: polygon(4, 0), mark: "", colour: 4 },
  kernel: { outline: circle(6.4), mark: "M-4 2.5Q-1.5 2.5 0 -3Q1.5 2.5 4 2.5", colour: 7 },
  convolution: { outline: polygon(6, 0), mark: "", colour: 6 },
  pooling: { outline: polygon(3, 0.5), mark: "", colour: 6 },
  spiking: { outline: star, mark: "", colour: 4 },
  memory: { outline: "M-6 -5H6V5H-6z", mark: "M-6 -1.7H6M-6 1.7H6", colour: 8 },
  attention: { outline: cross, mark: "", colour: 7 },
  router: { outline: polygon(4, 0), mark: "M-4 0H4M0 0L3 -3M0 0L3 3", colour: 8 },
  coupling: { outline: bow, mark: "", colour: 3 },
};
