import { countParameters, gateCount, type NetworkShape } from "./network-shape.ts";

/** What a page may take: phones end pages somewhat above this. */
export const MOST_BYTES = 400 * 2 ** 20;
export const HISTORY_BYTES = 64 * 2 ** 20;

/**
 * Bytes that training takes at most, roughly: weights, gradients and two moments; all that a window
 * keeps for its way back, twice, since engines hold intermediate results; and the way back itself.
 */
export function estimateBytes(
  shape: NetworkShape,
  { batch, length }: { batch: number; length: number },
): number {
  const { cell, layers, embedding: E, hidden: H, vocabulary: V } = shape;
  const positions = batch * length;
  const perPosition = 2 * (layers * (4 * gateCount[cell] * H + 6 * H) + 4 * E + 3 * V);
  const attention = shape.hasAttention ? 4 * batch * length * length : 0;
  const numbers = 4 * countParameters(shape) + positions * perPosition + attention;
  return 4 * numbers + HISTORY_BYTES;
}
