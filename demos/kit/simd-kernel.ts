/**
 * Four outputs of Y = X Wᵀ for every row of X, in 128-bit SIMD. Sums are taken in 32 bits, four
 * lanes each. Addresses are bytes in `memory`; `width` is a row of X and W in bytes, a multiple of 16.
 */
export interface SimdKernel {
  memory: WebAssembly.Memory;
  fillFour(x: number, w: number, y: number, rows: number, width: number, stride: number): void;
}

let kernel: SimdKernel | null | undefined;

/** The kernel, compiled on first use; undefined where there is no SIMD, or a policy forbids wasm. */
export function getSimdKernel(): SimdKernel | undefined {
  if (kernel === undefined) kernel = compile() ?? null;
  return kernel ?? undefined;
}

function compile(): SimdKernel | undefined {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes));
    return {
      memory: exports["memory"] as WebAssembly.Memory,
      fillFour: exports["fillFour"] as SimdKernel["fillFour"],
    };
  } catch {
    return undefined;
  }
}

// WebAssembly core specification 2.0, chapter 5: the binary format, put together by hand.
const i32 = 0x7f;
const v128 = 0x7b;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const constant = (value: number) => [0x41, value]; // below 64: one byte of signed LEB128
const plus = [0x6a]; // i32.add
const load = [0xfd, 0x00, 0x04, 0x00]; // v128.load, aligned to 16
const multiply = [0xfd, 0xe6, 0x01]; // f32x4.mul
const addLanes = [0xfd, 0xe4, 0x01]; // f32x4.add
const lane = (index: number) => [0xfd, 0x1f, index]; // f32x4.extract_lane
const addFloats = [0x92]; // f32.add
const storeFloat = (offset: number) => [0x38, 0x02, offset]; // f32.store

// Locals: the six parameters, then an offset, three rows of W, a vector of X and four sums.
const [x, w, y, rows, width, stride, i, w1, w2, w3, vector, sum] = Array.from(
  { length: 12 },
  (_, at) => at,
) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const sums = [sum, sum + 1, sum + 2, sum + 3];
const zero = [0xfd, 0x0c, ...Array<number>(16).fill(0)]; // v128.const 0

const addProduct = (row: number, total: number) => [
  ...get(total),
  ...get(vector),
  ...[...get(row), ...get(i), ...plus, ...load],
  ...multiply,
  ...addLanes,
  ...set(total),
];
const storeSum = (total: number, at: number) => [
  ...get(y),
  ...[0, 1, 2, 3].flatMap((index) => [
    ...get(total),
    ...lane(index),
    ...(index > 0 ? addFloats : []),
  ]),
  ...storeFloat(4 * at),
];
const code = [
  ...[...get(w), ...get(width), ...plus, ...tee(w1)],
  ...[...get(width), ...plus, ...tee(w2)],
  ...[...get(width), ...plus, ...set(w3)],
  ...[0x03, 0x40], // loop over rows of X
  ...sums.flatMap((total) => [...zero, ...set(total)]),
  ...[...constant(0), ...set(i)],
  ...[0x03, 0x40], // loop over a row
  ...[...get(x), ...get(i), ...plus, ...load, ...set(vector)],
  ...[w, w1, w2, w3].flatMap((row, at) => addProduct(row, sums[at] ?? 0)),
  ...[...get(i), ...constant(16), ...plus, ...tee(i)],
  ...[...get(width), 0x49, 0x0d, 0x00, 0x0b], // i32.lt_u, br_if, end
  ...sums.flatMap(storeSum),
  ...[...get(x), ...get(width), ...plus, ...set(x)],
  ...[...get(y), ...get(stride), ...plus, ...set(y)],
  ...[...get(rows), ...constant(1), 0x6b, ...tee(rows)], // i32.sub
  ...[0x0d, 0x00, 0x0b], // br_if, end
  0x0b,
];
const locals = [2, 4, i32, 5, v128]; // two groups
const moduleBytes = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [1, 0x60, 6, i32, i32, i32, i32, i32, i32, 0]), // one type: six i32, no result
  ...section(3, [1, 0]),
  ...section(5, [1, 0x00, 1]), // a memory of one page at first
  ...section(7, [2, ...name("memory"), 0x02, 0, ...name("fillFour"), 0x00, 0]),
  ...section(10, [1, ...sized([...locals, ...code])]),
]);

function section(id: number, content: number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: number[]): number[] {
  return [...unsigned(content.length), ...content];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

function name(text: string): number[] {
  return sized([...text].map((letter) => letter.charCodeAt(0)));
}
