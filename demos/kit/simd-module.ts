/**
 * A WebAssembly module (core specification 2.0) with one function, assembled here so that no binary
 * lies in the project: `multiply(W, b, x, y, rows, columns)` writes y = W x + b for addresses in
 * bytes, four rows at a time on vectors of four floats. Rows and columns are multiples of four.
 */
export function assembleModule(): Uint8Array<ArrayBuffer> {
  const memory = [...name("m"), ...name("memory"), 0x02, 0x00, ...leb(1)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic and version
    ...section(1, [1, 0x60, 6, ...Array<number>(6).fill(type.i32), 0]),
    ...section(2, [1, ...memory]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0x00, 0]),
    ...section(10, [1, ...sized(body())]),
  ]);
}

const type = { i32: 0x7f, v128: 0x7b };
const [W, b, x, y, rows, columns, j, pointer] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const vector = 8; // the part of x at j
const sums = [9, 10, 11, 12] as const; // one per row

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, ...signedLeb(value)];
const add = [0x6a];
const subtract = [0x6b];
const simd = (code: number, ...rest: number[]): number[] => [0xfd, ...leb(code), ...rest];
const loadVector = simd(0, 2, 0); // alignment 4, offset 0
const zeroVector = simd(12, ...Array<number>(16).fill(0));
const addVectors = simd(228);
const multiplyVectors = simd(230);
const lane = (index: number): number[] => simd(31, index);
const addFloats = [0x92];
const loop = (code: number[]): number[] => [0x03, 0x40, ...code, 0x0b];
const repeatIf = [0x0d, 0];

function body(): number[] {
  const locals = [2, ...[2, type.i32], ...[5, type.v128]];
  const bytesPerRow = columns; // the parameter, turned into bytes once
  const accumulate = sums.flatMap((sum) => [
    ...[...get(sum), ...get(pointer), ...loadVector, ...get(vector), ...multiplyVectors],
    ...[...addVectors, ...set(sum)],
    ...[...get(pointer), ...get(bytesPerRow), ...add, ...set(pointer)],
  ]);
  const column = [
    ...[...get(x), ...get(j), ...add, ...loadVector, ...set(vector)],
    ...[...get(W), ...get(j), ...add, ...set(pointer)],
    ...accumulate,
    ...[...get(j), ...constant(16), ...add, ...set(j)],
    ...[...get(j), ...get(bytesPerRow), 0x49, ...repeatIf], // j < bytesPerRow
  ];
  const store = sums.flatMap((sum, row) => [
    ...get(y),
    ...[...get(sum), ...lane(0), ...get(sum), ...lane(1), ...addFloats],
    ...[...get(sum), ...lane(2), ...get(sum), ...lane(3), ...addFloats, ...addFloats],
    ...[...get(b), 0x2a, 2, 4 * row, ...addFloats], // f32.load
    ...[0x38, 2, 4 * row], // f32.store
  ]);
  const advance = (local: number): number[] => [
    ...get(local),
    ...constant(16),
    ...add,
    ...set(local),
  ];
  const row = [
    ...sums.flatMap((sum) => [...zeroVector, ...set(sum)]),
    ...[...constant(0), ...set(j)],
    ...loop(column),
    ...store,
    ...[...get(W), ...get(bytesPerRow), ...constant(2), 0x74, ...add, ...set(W)],
    ...advance(b),
    ...advance(y),
    ...[...get(rows), ...constant(4), ...subtract, 0x22, rows, ...repeatIf],
  ];
  const start = [...get(columns), ...constant(2), 0x74, ...set(bytesPerRow)];
  return [...locals, ...start, ...loop(row), 0x0b];
}

const sized = (bytes: number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)];
const name = (text: string): number[] => sized([...new TextEncoder().encode(text)]);

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}

function signedLeb(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signedLeb(value >> 7)];
}
