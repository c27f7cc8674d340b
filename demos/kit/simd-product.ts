/** A product on vectors of four floats, and the memory that it reads and writes. */
export interface SimdProduct {
  memory: WebAssembly.Memory;
  /**
   * Y = X Wᵀ + b, given the addresses in bytes, multiples of 16: X [n, k], W [m, k], b [m],
   * Y [n, m] row by row. m and k are multiples of four. Sums are taken in 32 bits.
   */
  multiply(X: number, W: number, b: number, Y: number, n: number, m: number, k: number): void;
}

/**
 * The product on a memory of at least so many bytes; undefined where there are no vectors or too
 * little memory, or where a policy forbids WebAssembly.
 */
export function createSimdProduct(bytes: number): SimdProduct | undefined {
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const module = new WebAssembly.Module(assembleModule());
    const { exports } = new WebAssembly.Instance(module, { m: { memory } });
    return { memory, multiply: exports["multiply"] as SimdProduct["multiply"] };
  } catch {
    return undefined;
  }
}

/** Makes the memory of a product at least so large. Arrays on it before are then empty. */
export function growMemory({ memory }: SimdProduct, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
}

const pageBytes = 65536;

/** WebAssembly (core specification 2.0, chapter 5) put together here: no binary in the project. */
function assembleModule(): Uint8Array<ArrayBuffer> {
  const memory = [...name("m"), ...name("memory"), 0x02, 0x00, ...leb(0)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic and version
    ...section(1, [1, 0x60, 7, ...Array<number>(7).fill(type.i32), 0]),
    ...section(2, [1, ...memory]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0x00, 0]),
    ...section(10, [1, ...sized(body())]),
  ]);
}

const type = { i32: 0x7f, v128: 0x7b };
const [X, W, b, Y, n, m, k] = [0, 1, 2, 3, 4, 5, 6] as const;
const [stride, x, y, left, j, pointer] = [7, 8, 9, 10, 11, 12] as const;
const vector = 13; // the part of x at j
const sums = [14, 15, 16, 17] as const; // one per row of W

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, value]; // below 64: one byte of signed LEB128
const add = [0x6a];
const timesFour = [...constant(2), 0x74]; // i32.shl
const simd = (code: number, ...rest: number[]): number[] => [0xfd, ...leb(code), ...rest];
const loadVector = simd(0, 4, 0); // aligned to 16, offset 0
const zeroVector = simd(12, ...Array<number>(16).fill(0));
const addVectors = simd(228);
const multiplyVectors = simd(230);
const lane = (index: number): number[] => simd(31, index);
const addFloats = [0x92];
const loop = (code: number[]): number[] => [0x03, 0x40, ...code, 0x0b];
const repeatIf = [0x0d, 0];
const move = (from: number, to: number): number[] => [...get(from), ...set(to)];
const advance = (local: number, bytes: number[]): number[] => [
  ...[...get(local), ...bytes, ...add, ...set(local)],
];
const countDown = (local: number, step: number): number[] => [
  ...[...get(local), ...constant(step), 0x6b, 0x22, local, ...repeatIf], // i32.sub, local.tee
];

function body(): number[] {
  const locals = [2, ...[6, type.i32], ...[5, type.v128]];
  const width = k; // the parameter, turned into bytes once
  const column = [
    ...[...get(x), ...get(j), ...add, ...loadVector, ...set(vector)],
    ...[...get(W), ...get(j), ...add, ...set(pointer)],
    ...sums.flatMap((sum) => [
      ...[...get(sum), ...get(pointer), ...loadVector, ...get(vector), ...multiplyVectors],
      ...[...addVectors, ...set(sum)],
      ...advance(pointer, get(width)),
    ]),
    ...advance(j, constant(16)),
    ...[...get(j), ...get(width), 0x49, ...repeatIf], // j < width
  ];
  const store = sums.flatMap((sum, row) => [
    ...get(y),
    ...[...get(sum), ...lane(0), ...get(sum), ...lane(1), ...addFloats],
    ...[...get(sum), ...lane(2), ...get(sum), ...lane(3), ...addFloats, ...addFloats],
    ...[...get(b), 0x2a, 2, 4 * row, ...addFloats], // f32.load
    ...[0x38, 2, 4 * row], // f32.store
  ]);
  const row = [
    ...sums.flatMap((sum) => [...zeroVector, ...set(sum)]),
    ...[...constant(0), ...set(j)],
    ...loop(column),
    ...store,
    ...advance(x, get(width)),
    ...advance(y, get(stride)),
    ...countDown(left, 1),
  ];
  // Four rows of W at a time meet every row of X while they are in the nearest cache.
  const block = [
    ...[...move(X, x), ...move(Y, y), ...move(n, left)],
    ...loop(row),
    ...advance(W, [...get(width), ...timesFour]),
    ...advance(b, constant(16)),
    ...advance(Y, constant(16)),
    ...countDown(m, 4),
  ];
  const start = [
    ...[...get(m), ...timesFour, ...set(stride)],
    ...[...get(k), ...timesFour, ...set(width)],
  ];
  return [...locals, ...start, ...loop(block), 0x0b];
}

const sized = (bytes: number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)];
const name = (text: string): number[] => sized([...new TextEncoder().encode(text)]);

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}
