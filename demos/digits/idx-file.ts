/** IDX, the file format of MNIST: a magic number, sizes, then bytes, all big-endian. */
export interface DigitImages {
  height: number;
  width: number;
  images: Uint8Array[]; // each [height, width], 255 is ink
}

/** Throws an Error that says what is wrong with the bytes. */
export function readImages(bytes: Uint8Array): DigitImages {
  const { sizes, content } = readIdx(bytes, 3, "images");
  const [count, height, width] = sizes as [number, number, number];
  const size = height * width;
  const images = Array.from({ length: count }, (_, i) =>
    content.subarray(i * size, (i + 1) * size),
  );
  return { height, width, images };
}

/** The labels, 0 … 9. Throws an Error that says what is wrong with the bytes. */
export function readLabels(bytes: Uint8Array): Uint8Array {
  const { content } = readIdx(bytes, 1, "labels");
  const stray = content.find((label) => label > 9);
  if (stray !== undefined) throw new Error(`invalid label ${stray}: expected 0 to 9`);
  return content;
}

function readIdx(bytes: Uint8Array, dimensions: number, what: string) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = 0x800 + dimensions;
  const found = bytes.length >= 4 ? view.getUint32(0) : undefined;
  if (found !== magic)
    throw new Error(
      `invalid ${what}: the file begins with ${found ?? "nothing"}, expected ${magic}`,
    );
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) throw new Error(`invalid ${what}: the file ends in its header`);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = start + sizes.reduce((product, size) => product * size, 1);
  if (bytes.length !== expected)
    throw new Error(`invalid ${what}: ${bytes.length} bytes instead of ${expected}`);
  return { sizes, content: bytes.subarray(start) };
}
