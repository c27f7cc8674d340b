/** A grey picture, row by row; 0 is paper, 1 is full ink. */
export interface Ink {
  height: number;
  width: number;
  data: Float32Array; // [height, width]
}

/** Side of what the network sees, in pixels. */
export const side = 28;
const box = 20; // pixels that the longer side of the digit takes
const threshold = 0.1; // ink below it does not count when the digit is cropped

/**
 * Crops to the ink, scales the longer side to 20 pixels with the aspect kept, and puts the centre
 * of mass into the middle of 28 × 28: [784], or undefined without ink. MNIST was made so (LeCun et
 * al., 1998); here one area-weighted resampling does scaling and shift together.
 */
export function centreDigit({ height, width, data }: Ink): Float32Array | undefined {
  if (data.length !== height * width)
    throw new RangeError(`invalid ink: ${data.length} numbers for ${height} × ${width}`);
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] as number) <= threshold) continue;
      top = Math.min(top, y);
      bottom = y;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  if (bottom < 0) return undefined;
  let [mass, sumY, sumX] = [0, 0, 0];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const ink = data[y * width + x] as number;
      mass += ink;
      sumY += ink * (y + 0.5);
      sumX += ink * (x + 0.5);
    }
  }
  const scale = box / Math.max(bottom - top + 1, right - left + 1);
  const rows = findOverlaps({ from: top, to: bottom + 1, centre: sumY / mass, scale });
  const columns = findOverlaps({ from: left, to: right + 1, centre: sumX / mass, scale });
  const picture = new Float32Array(side * side);
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      let sum = 0;
      for (const [y, height] of rows[i] as Overlap[]) {
        for (const [x, share] of columns[j] as Overlap[])
          sum += height * share * (data[y * width + x] as number);
      }
      picture[i * side + j] = sum;
    }
  }
  return picture;
}

type Overlap = [pixel: number, share: number];

/** Which input pixels each of the 28 output pixels covers, and what share of it each one fills. */
function findOverlaps(cut: { from: number; to: number; centre: number; scale: number }) {
  const { from, to, centre, scale } = cut;
  return Array.from({ length: side }, (_, i) => {
    const start = (i - side / 2) / scale + centre;
    const end = start + 1 / scale;
    const overlaps: Overlap[] = [];
    for (let k = Math.max(from, Math.floor(start)); k < Math.min(to, end); k++) {
      const shared = Math.min(end, k + 1) - Math.max(start, k);
      if (shared > 0) overlaps.push([k, shared * scale]);
    }
    return overlaps;
  });
}
