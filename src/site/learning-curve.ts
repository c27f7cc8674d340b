import type { Card } from "./model-cards.ts";

/** A learning curve on a plane of the given size, in SVG units, with ticks of both axes. */
export interface CurvePicture {
  training: string; // points of a polyline
  validation: string;
  bitTicks: { bits: number; y: number }[];
  epochTicks: { epoch: number; x: number }[];
}

/** Lays out training and validation bits per character over the epochs. */
export function drawCurve(curve: Card["curve"], width: number, height: number): CurvePicture {
  const values = curve.flatMap(({ training, validation }) => [training, validation]);
  const step = 0.5; // bits between ticks
  const low = Math.floor(Math.min(...values) / step) * step;
  const high = Math.ceil(Math.max(...values) / step) * step;
  const last = curve.at(-1)?.epoch ?? 1;
  const x = (epoch: number) => round((width * (epoch - 1)) / Math.max(1, last - 1));
  const y = (bits: number) => round((height * (high - bits)) / (high - low || 1));
  const connect = (part: "training" | "validation") =>
    curve.map((point) => `${x(point.epoch)},${y(point[part])}`).join(" ");
  const spacing = Math.max(step, Math.ceil((high - low) / 4 / step) * step);
  const bitTicks = [];
  for (let bits = low; bits <= high + 1e-9; bits += spacing) bitTicks.push({ bits, y: y(bits) });
  const epochs = [...new Set([1, Math.ceil(last / 2), last])];
  return {
    training: connect("training"),
    validation: connect("validation"),
    bitTicks,
    epochTicks: epochs.map((epoch) => ({ epoch, x: x(epoch) })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
