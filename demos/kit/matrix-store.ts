import { multiplyVector } from "./matrix.ts";
import { createSimdProduct } from "./simd-product.ts";

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

function createSimdStore(floats: number, arrays: number): MatrixStore | undefined {
  const align = 16; // bytes
  const simd = createSimdProduct(4 * floats + align * arrays);
  if (!simd) return undefined;
  let end = 0;
  return {
    kind: "simd",
    place(values) {
      const length = typeof values === "number" ? values : values.length;
      const array = new Float32Array(simd.memory.buffer, end, length);
      if (typeof values !== "number") array.set(values);
      end += Math.ceil((4 * length) / align) * align;
      return array;
    },
    multiply(W, b, x, y) {
      const n = x.length;
      const rows = n % 4 === 0 ? y.length - (y.length % 4) : 0;
      if (rows > 0) {
        simd.multiply(x.byteOffset, W.byteOffset, b.byteOffset, y.byteOffset, 1, rows, n);
      }
      if (rows < y.length) multiplyRest(W, b, x, y, rows);
    },
  };
}

function createLoopStore(): MatrixStore {
  return {
    kind: "loops",
    place: (values) =>
      typeof values === "number" ? new Float32Array(values) : new Float32Array(values),
    multiply: (W, b, x, y) => void multiplyVector(W, x, b, y),
  };
}

// The rows from `first` on.
function multiplyRest(
  W: Float32Array,
  b: Float32Array,
  x: Float32Array,
  y: Float32Array,
  first: number,
): void {
  multiplyVector(W.subarray(first * x.length), x, b.subarray(first), y.subarray(first));
}
