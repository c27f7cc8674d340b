import { softmax } from "../kit/softmax.ts";
import type { Hold, LayerStep, LstmState, LstmStep } from "./inference.ts";
import type { Lstm } from "./lstm-model.ts";

/** How much the characters before it weigh on the prediction of one character of a text. */
export interface Influence {
  at: number; // its place
  lengths: number[]; // [at + 1], of the gradient at the start and at each character before
}

/**
 * How much each of the characters read so far weighs on a prediction: the gradient of
 * ln p(target) with respect to the embedding that each step read, by backpropagation through time.
 * @param steps in reading order, the last one predicts `target`
 * @param before the state before the first of them
 * @returns one gradient [E] per step
 */
export function findInfluence(
  model: Lstm,
  steps: readonly LstmStep[],
  before: LstmState,
  target: number,
  holds: readonly Hold[] = [],
): Float32Array[] {
  const { hidden: H, layers } = model;
  const gradients: Float32Array[] = steps.map(() => new Float32Array(0));
  let dh: Float32Array[] = layers.map(() => new Float32Array(H)); // from the step after, per layer
  const dc = layers.map(() => new Float32Array(H));
  for (let t = steps.length - 1; t >= 0; t--) {
    const now = steps[t] as LstmStep;
    const last = steps[t - 1]?.state ?? before;
    const next: Float32Array[] = layers.map(() => new Float32Array(H));
    let above: Float32Array =
      t === steps.length - 1 ? outputGradient(model, now.logits, target) : new Float32Array(H);
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l] as (typeof layers)[number];
      const total = add(above, dh[l] ?? above);
      const held = holds.filter((hold) => hold.layer === l);
      const c = last.c[l] ?? new Float32Array(H);
      const dz = backThroughCell(now.layers[l] as LayerStep, c, total, dc[l] ?? c, held);
      next[l] = multiplyTransposed(layer.U, dz, H);
      above = multiplyTransposed(layer.W, dz, layer.x.length);
    }
    gradients[t] = above;
    dh = next;
  }
  return gradients;
}

/** The length of each gradient. */
export function measureInfluence(gradients: readonly Float32Array[]): number[] {
  return gradients.map((gradient) => Math.hypot(...gradient));
}

/** d ln p(target) / dh of the top layer, [H]. */
function outputGradient(model: Lstm, logits: Float32Array, target: number): Float32Array {
  const d = softmax(logits).map((p) => -p);
  d[target] = 1 + (d[target] ?? 0);
  const dy = multiplyTransposed(model.embedding, d, model.width);
  return multiplyTransposed(model.projection, dy, model.hidden);
}

/** The gradient of the gates' sums, [4H]; turns `dc` into the gradient of the last cell state. */
function backThroughCell(
  { i, f, g, o, c }: LayerStep,
  before: Float32Array,
  dh: Float32Array,
  dc: Float32Array,
  holds: readonly Hold[],
): Float32Array {
  const H = c.length;
  const dz = new Float32Array(4 * H);
  for (let k = 0; k < H; k++) {
    const [ik, fk, gk, ok] = [i[k] ?? 0, f[k] ?? 0, g[k] ?? 0, o[k] ?? 0];
    const tanh = Math.tanh(c[k] ?? 0);
    // What is held at a value passes nothing on.
    const isHeld = (part: Hold["part"]) =>
      holds.some((hold) => hold.part === part && (hold.cell === "all" || hold.cell === k));
    const dhk = dh[k] ?? 0;
    const dck = isHeld("c") ? 0 : (dc[k] ?? 0) + dhk * ok * (1 - tanh * tanh);
    dz[k] = isHeld("i") ? 0 : dck * gk * ik * (1 - ik);
    dz[H + k] = isHeld("f") ? 0 : dck * (before[k] ?? 0) * fk * (1 - fk);
    dz[2 * H + k] = dck * ik * (1 - gk * gk);
    dz[3 * H + k] = isHeld("o") ? 0 : dhk * tanh * ok * (1 - ok);
    dc[k] = dck * fk;
  }
  return dz;
}

/** Wᵀ d; W [d.length, columns]. */
function multiplyTransposed(W: Float32Array, d: Float32Array, columns: number): Float32Array {
  const result = new Float32Array(columns);
  for (let row = 0; row < d.length; row++) {
    const scale = d[row] ?? 0;
    if (scale === 0) continue;
    const start = row * columns;
    for (let j = 0; j < columns; j++) {
      result[j] = (result[j] ?? 0) + scale * (W[start + j] ?? 0);
    }
  }
  return result;
}

function add(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, k) => value + (b[k] ?? 0));
}
