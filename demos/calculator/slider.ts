import type { CalculatorInput } from "./calculator.ts";

/** Positions of a log slider, which moves by equal ratios. */
const logSteps = 200;

/** The attributes of the range control of an input. */
export function rangeOf({ min, max, step, scale }: CalculatorInput): {
  min: number;
  max: number;
  step: number | "any";
} {
  return scale === "log" ? { min: 0, max: logSteps, step: 1 } : { min, max, step: step ?? "any" };
}

/** From a value to the place of the slider. */
export function toPosition({ min, max, scale }: CalculatorInput, value: number): number {
  return scale === "log" ? (logSteps * Math.log(value / min)) / Math.log(max / min) : value;
}

/** From the place of the slider to a value; log values between the ends have three digits. */
export function toValue(input: CalculatorInput, position: number): number {
  const { min, max, scale, value } = input;
  if (scale !== "log") return position;
  if (position === Math.round(toPosition(input, value))) return value; // it may lie between steps
  if (position <= 0) return min;
  if (position >= logSteps) return max;
  return Number((min * (max / min) ** (position / logSteps)).toPrecision(3));
}
