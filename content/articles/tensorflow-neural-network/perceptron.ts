/** A layer W x + b. W is stored by input, [inputs, outputs], so that a blank pixel costs nothing. */
export interface Layer {
  inputs: number;
  outputs: number;
  W: Float64Array;
  b: Float64Array;
}

/** Layers for sizes such as [784, 500, 10]; `spread` is the standard deviation of the weights. */
export function createNetwork(
  sizes: number[],
  normal: () => number,
  spread = (inputs: number) => Math.sqrt(2 / inputs), // He et al. (2015)
): Layer[] {
  return sizes.slice(1).map((outputs, i) => {
    const inputs = sizes[i] as number;
    const W = Float64Array.from({ length: inputs * outputs }, () => normal() * spread(inputs));
    return { inputs, outputs, W, b: new Float64Array(outputs) };
  });
}

export const countParameters = (layers: Layer[]): number =>
  layers.reduce((sum, { W, b }) => sum + W.length + b.length, 0);

/** The input of each layer and, last, the probabilities: ReLU in between, softmax at the end. */
export function forward(layers: Layer[], x: ArrayLike<number>): Float64Array[] {
  const values: Float64Array[] = [Float64Array.from(x)];
  for (const [index, { W, b, outputs }] of layers.entries()) {
    const y = Float64Array.from(b);
    for (const [i, xi] of (values[index] as Float64Array).entries()) {
      if (xi === 0) continue;
      for (let j = 0; j < outputs; j++)
        y[j] = (y[j] as number) + xi * (W[i * outputs + j] as number);
    }
    const isLast = index === layers.length - 1;
    values.push(isLast ? softmax(y) : y.map((value) => Math.max(0, value)));
  }
  return values;
}

/** Adds the gradients of −ln p(label) for one picture to `sums`; returns that loss, in nats. */
export function backward(layers: Layer[], sums: Layer[], x: ArrayLike<number>, label: number) {
  const values = forward(layers, x);
  const p = values.at(-1) as Float64Array;
  let error = p.map((value, j) => value - (j === label ? 1 : 0)); // softmax with cross-entropy
  for (let index = layers.length - 1; index >= 0; index--) {
    const { W, outputs } = layers[index] as Layer;
    const { W: dW, b: db } = sums[index] as Layer;
    const input = values[index] as Float64Array;
    for (let j = 0; j < outputs; j++) db[j] = (db[j] as number) + (error[j] as number);
    error = input.map((xi, i) => {
      if (xi === 0) return 0; // no ink or a silent unit: no gradient either
      let back = 0;
      for (let j = 0; j < outputs; j++) {
        const at = i * outputs + j;
        dW[at] = (dW[at] as number) + xi * (error[j] as number);
        back += (W[at] as number) * (error[j] as number);
      }
      return back;
    });
  }
  return -Math.log(Math.max(p[label] as number, 1e-12));
}

function softmax(x: Float64Array): Float64Array {
  const max = Math.max(...x);
  const e = x.map((value) => Math.exp(value - max));
  const sum = e.reduce((total, value) => total + value, 0);
  return e.map((value) => value / sum);
}
