/** Square feature maps one after another: data [count, side, side]. */
export interface Maps {
  count: number;
  side: number;
  data: Float32Array;
}

/**
 * Slides each kernel over all maps, with zeros around so that the side stays: y = Σ W x + b.
 * W [outputs, input.count, kernel, kernel], b [outputs]. Cross-correlation, as in every framework.
 */
export function convolve(input: Maps, W: Float32Array, b: Float32Array, kernel: number): Maps {
  const { count, side, data: x } = input;
  const [outputs, area, half] = [b.length, side * side, (kernel - 1) / 2];
  if (W.length !== outputs * count * kernel * kernel)
    throw new RangeError(`invalid kernels: ${W.length} weights for ${count} maps, ${outputs} out`);
  const y = new Float32Array(outputs * area);
  for (let o = 0; o < outputs; o++) {
    y.fill(b[o] as number, o * area, (o + 1) * area);
    for (let c = 0; c < count; c++) {
      for (let u = 0; u < kernel; u++) {
        for (let v = 0; v < kernel; v++) {
          const w = W[((o * count + c) * kernel + u) * kernel + v] as number;
          const [dy, dx] = [u - half, v - half];
          const left = Math.max(0, -dx);
          const right = Math.min(side, side - dx);
          for (let i = Math.max(0, -dy); i < Math.min(side, side - dy); i++) {
            const to = o * area + i * side;
            const from = c * area + (i + dy) * side + dx;
            for (let j = left; j < right; j++)
              y[to + j] = (y[to + j] as number) + w * (x[from + j] as number);
          }
        }
      }
    }
  }
  return { count: outputs, side, data: y };
}

/** The largest of each 2 × 2 pixels: half the side. Throws a RangeError for an odd side. */
export function poolMax({ count, side, data: x }: Maps): Maps {
  if (side % 2) throw new RangeError(`invalid side ${side}: it must be even`);
  const half = side / 2;
  const y = new Float32Array(count * half * half);
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < half; i++) {
      for (let j = 0; j < half; j++) {
        const at = (c * side + 2 * i) * side + 2 * j;
        y[(c * half + i) * half + j] = Math.max(
          x[at] as number,
          x[at + 1] as number,
          x[at + side] as number,
          x[at + side + 1] as number,
        );
      }
    }
  }
  return { count, side: half, data: y };
}
