/**
 * Modules plugged into a frozen base: each adds up · relu(down · h) to the state it receives. The
 * up matrix starts at 0, so a new module changes nothing until it has learned something
 * (Houlsby et al. 2019; Zhang et al. 2023 for the start at 0).
 */
export interface Module {
  down: number[][]; // [r, d]
  up: number[][]; // [d, r]
}

/** A module of inner width r for states of width d; `draw` gives the random weights of `down`. */
export function createModule(d: number, r: number, draw: () => number): Module {
  return {
    down: Array.from({ length: r }, () => Array.from({ length: d }, draw)),
    up: Array.from({ length: d }, () => Array.from({ length: r }, () => 0)),
  };
}

/** h: [d] → [d]; the interface is the width d and nothing else. */
export function applyModule({ down, up }: Module, h: number[]): number[] {
  const inner = relu(multiply(down, h)); // [r]
  return multiply(up, inner).map((change, i) => (h[i] ?? 0) + change);
}

/** x → base → every module in turn, for instance one for the language and one for the task */
export function runChain(
  base: (x: number[]) => number[],
  modules: Module[],
  x: number[],
): number[] {
  return modules.reduce((h, module) => applyModule(module, h), base(x));
}

/** dy: [d] → gradients of the module's weights at input h; `down` gets none while `up` is 0. */
export function moduleGradient({ down, up }: Module, h: number[], dy: number[]): Module {
  const before = multiply(down, h); // [r]
  const inner = relu(before);
  const dInner = before.map((value, j) =>
    value > 0 ? dy.reduce((sum, g, i) => sum + g * (up[i]?.[j] ?? 0), 0) : 0,
  );
  return {
    down: dInner.map((g) => h.map((value) => g * value)),
    up: dy.map((g) => inner.map((value) => g * value)),
  };
}

const relu = (x: number[]): number[] => x.map((value) => Math.max(0, value));

function multiply(M: number[][], x: number[]): number[] {
  return M.map((row) => row.reduce((sum, value, j) => sum + value * (x[j] ?? 0), 0));
}
