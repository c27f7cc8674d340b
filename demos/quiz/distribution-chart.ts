/** A score that is marked by a vertical line. */
export interface Mark {
  name: string;
  score: number;
}

/** The chart of scores, laid out in CSS px at a width of 328, which a 360 px screen leaves. */
export interface DistributionChart {
  width: number;
  height: number;
  base: number; // y of probability 0
  top: number; // y of the highest probability
  curve: string; // SVG path of the probabilities
  area: string;
  xTicks: { x: number; text: string }[];
  yTicks: { y: number; text: string }[];
  marks: (Mark & { x: number; labelY: number; isLeft: boolean })[];
  xOf(score: number): number;
}

const [width, height, left, right, bottom] = [328, 236, 34, 10, 34];
const labelHeight = 17;

/** Lays out the probabilities of 0 … n, below one line of text for each mark. */
export function placeDistribution(
  scores: readonly number[],
  marks: readonly Mark[],
): DistributionChart {
  const most = Math.max(1, scores.length - 1);
  const top = 8 + labelHeight * marks.length;
  const base = height - bottom;
  const peak = Math.max(...scores);
  const xOf = (score: number): number => round(left + (score / most) * (width - left - right));
  const yOf = (share: number): number => round(base - (share / peak) * (base - top));
  const curve = `M${scores.map((share, score) => `${xOf(score)},${yOf(share)}`).join("L")}`;
  return {
    ...{ width, height, base, top, curve, xOf },
    area: `${curve}L${xOf(most)},${base}L${xOf(0)},${base}z`,
    xTicks: listSteps(most, 5).map((score) => ({ x: xOf(score), text: String(score) })),
    yTicks: listShares(peak).map((share) => ({ y: yOf(share), text: String(share) })),
    marks: marks.map((mark, i) => ({
      ...mark,
      x: xOf(mark.score),
      labelY: 8 + labelHeight * (i + 0.7),
      isLeft: mark.score > most * 0.6, // its label stands to the left of the line
    })),
  };
}

function listSteps(most: number, step: number): number[] {
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

function listShares(peak: number): number[] {
  const step = peak > 0.1 ? 0.05 : 0.02;
  const count = Math.floor(peak / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toFixed(2)));
}

const round = (value: number): number => Math.round(value * 10) / 10;
