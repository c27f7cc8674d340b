/** How a gradient fades or grows on its way back through a network with random weights. */
import { createRandom } from "../../../demos/kit/random.ts";

export interface Net {
  activate: (sum: number) => number;
  differentiate: (y: number) => number; // f′ written in y = f(sum)
  gain: number; // weights ~ N(0, gain² / width)
  isRecurrent?: boolean; // one W for all steps, and a fresh input at each
  isResidual?: boolean; // h + f(Wh) in place of f(Wh)
}

/** ‖∂L/∂h‖ from the last layer back to the first, over that of the last; geometric mean of runs. */
export function measureFading(net: Net, depth = 30, width = 32, runs = 20): number[] {
  const logs = new Array<number>(depth + 1).fill(0);
  for (let seed = 1; seed <= runs; seed++) {
    for (const [back, norm] of followGradient(net, depth, width, seed).entries())
      logs[back] = (logs[back] ?? 0) + Math.log(norm) / runs;
  }
  return logs.map(Math.exp);
}

/** What a cell keeps of a gradient when its forget gate stays at one value for some steps. */
export function passGate(forget: number, depth = 30): number[] {
  return Array.from({ length: depth + 1 }, (_, back) => forget ** back);
}

function followGradient(net: Net, depth: number, width: number, seed: number): number[] {
  const { normal } = createRandom(seed);
  const draw = (): number[] => Array.from({ length: width }, normal);
  const drawWeights = (): number[][] =>
    draw().map(() => draw().map((w) => (w * net.gain) / Math.sqrt(width)));
  const shared = drawWeights();
  const layers: { W: number[][]; slope: number[] }[] = [];
  let h = draw();
  for (let layer = 0; layer < depth; layer++) {
    const W = net.isRecurrent ? shared : drawWeights();
    const x = net.isRecurrent ? draw() : undefined;
    const y = W.map((row, i) => net.activate(dot(row, h) + (x?.[i] ?? 0)));
    layers.push({ W, slope: y.map(net.differentiate) });
    h = net.isResidual ? y.map((value, i) => value + (h[i] ?? 0)) : y;
  }
  let g = draw();
  const start = Math.hypot(...g);
  const norms = [1];
  for (const { W, slope } of layers.reverse()) {
    const local = g.map((value, i) => value * (slope[i] ?? 0));
    g = g.map((value, j) => {
      const through = W.reduce((sum, row, i) => sum + (row[j] ?? 0) * (local[i] ?? 0), 0);
      return net.isResidual ? value + through : through;
    });
    norms.push(Math.hypot(...g) / start);
  }
  return norms;
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
