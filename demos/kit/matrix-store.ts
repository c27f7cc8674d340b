import { assembleModule } from "./simd-module.ts";

/**
 * Memory for weights and one fast product on it. Arrays that it gives out live as long as it does;
 * `multiply` takes those arrays only.
 */
export interface MatrixStore {
  /** Which product runs: WebAssembly with vectors of four floats, or plain loops. */
  readonly kind: "simd" | "loops";
  /** An array in the store, filled with zeros or with `values`. */
  place(values: number | Float32Array): Float32Array;
  /** y = W x + b; W [rows of y, length of x] row by row. */
  multiply(W: Float32Array, b: Float32Array, x: Float32Array, y: Float32Array): void;
}

/** A store of `floats` numbers in all; `arrays` is how many arrays it will hold at most. */
export function createMatrixStore(floats: number, arrays: number, canUseSimd = true): MatrixStore {
  return (canUseSimd && createSimdStore(floats, arrays)) || createLoopStore();
}

type Multiply = (W: number, b: number, x: number, y: number, m: number, n: number) => void;

function createSimdStore(floats: number, arrays: number): MatrixStore | undefined {
  const page = 65536; // bytes
  const align = 16; // bytes
  let multiply: Multiply;
  let memory: WebAssembly.Memory;
  try {
    memory = new WebAssembly.Memory({ initial: Math.ceil((4 * floats + align * arrays) / page) });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(assembleModule()), {
      m: { memory },
    });
    multiply = instance.exports["multiply"] as Multiply;
  } catch {
    return undefined; // no WebAssembly, no vectors, or too little memory
  }
  let end = 0;
  return {
    kind: "simd",
    place(values) {
      const length = typeof values === "number" ? values : values.length;
      const array = new Float32Array(memory.buffer, end, length);
      if (typeof values !== "number") array.set(values);
      end += Math.ceil((4 * length) / align) * align;
      return array;
    },
    multiply(W, b, x, y) {
      const n = x.length;
      const rows = n % 4 === 0 ? y.length - (y.length % 4) : 0;
      if (rows > 0) multiply(W.byteOffset, b.byteOffset, x.byteOffset, y.byteOffset, rows, n);
      multiplyRows(W, b, x, y, rows);
    },
  };
}

function createLoopStore(): MatrixStore {
  return {
    kind: "loops",
    place: (values) =>
      typeof values === "number" ? new Float32Array(values) : new Float32Array(values),
    multiply: (W, b, x, y) => multiplyRows(W, b, x, y, 0),
  };
}

// Four rows at a time: each number of x is read once for four products, and no sum waits for another.
function multiplyRows(
  W: Float32Array,
  b: Float32Array,
  x: Float32Array,
  y: Float32Array,
  first: number,
): void {
  const n = x.length;
  let row = first;
  for (; row + 4 <= y.length; row += 4) {
    const o0 = row * n;
    const o1 = o0 + n;
    const o2 = o1 + n;
    const o3 = o2 + n;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < n; j++) {
      const v = x[j] ?? 0;
      s0 += (W[o0 + j] ?? 0) * v;
      s1 += (W[o1 + j] ?? 0) * v;
      s2 += (W[o2 + j] ?? 0) * v;
      s3 += (W[o3 + j] ?? 0) * v;
    }
    y[row] = (b[row] ?? 0) + s0;
    y[row + 1] = (b[row + 1] ?? 0) + s1;
    y[row + 2] = (b[row + 2] ?? 0) + s2;
    y[row + 3] = (b[row + 3] ?? 0) + s3;
  }
  for (; row < y.length; row++) {
    let sum = b[row] ?? 0;
    for (let j = 0; j < n; j++) sum += (W[row * n + j] ?? 0) * (x[j] ?? 0);
    y[row] = sum;
  }
}
