/** Numbers in base64: 32 bits each, little-endian. */
export function packFloats(X: Float32Array): string {
  return toBase64(new Uint8Array(X.buffer, X.byteOffset, X.byteLength));
}

export function unpackFloats(text: string): Float32Array<ArrayBuffer> {
  return new Float32Array(fromBase64(text).buffer);
}

/** The lower triangle of weights [T, T] in base64: 16 bits each, error at most 1/131070. */
export function packTriangle(weights: Float32Array, T: number): string {
  const packed = new Uint16Array((T * (T + 1)) / 2);
  let at = 0;
  for (let t = 0; t < T; t++) {
    for (let j = 0; j <= t; j++) packed[at++] = Math.round((weights[t * T + j] ?? 0) * 65535);
  }
  return toBase64(new Uint8Array(packed.buffer));
}

export function unpackTriangle(text: string, T: number): Float32Array<ArrayBuffer> {
  const packed = new Uint16Array(fromBase64(text).buffer);
  const weights = new Float32Array(T * T); // [T, T]
  let at = 0;
  for (let t = 0; t < T; t++) {
    for (let j = 0; j <= t; j++) weights[t * T + j] = (packed[at++] ?? 0) / 65535;
  }
  return weights;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
