import type { Layer } from "./perceptron.ts";

/** Adam (Kingma and Ba, 2015): returns a step that takes the mean gradients and moves the weights. */
export function createAdam(layers: Layer[], { rate = 0.001, beta1 = 0.9, beta2 = 0.999 } = {}) {
  const weights = layers.flatMap(({ W, b }) => [W, b]);
  const m = weights.map(({ length }) => new Float64Array(length)); // mean of the gradients
  const v = weights.map(({ length }) => new Float64Array(length)); // mean of their squares
  let t = 0;
  return (gradients: Layer[]): void => {
    t += 1;
    const [correct1, correct2] = [1 - beta1 ** t, 1 - beta2 ** t];
    for (const [k, g] of gradients.flatMap(({ W, b }) => [W, b]).entries()) {
      const [w, mk, vk] = [weights[k], m[k], v[k]] as [Float64Array, Float64Array, Float64Array];
      for (let i = 0; i < g.length; i++) {
        const gi = g[i] as number;
        const mi = beta1 * (mk[i] as number) + (1 - beta1) * gi;
        const vi = beta2 * (vk[i] as number) + (1 - beta2) * gi * gi;
        mk[i] = mi;
        vk[i] = vi;
        w[i] = (w[i] as number) - (rate * mi) / correct1 / (Math.sqrt(vi / correct2) + 1e-8);
      }
    }
  };
}
