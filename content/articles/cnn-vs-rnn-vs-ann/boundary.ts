/** Exclusive or by one hidden layer of two units: the layer bends the plane, one line then parts it. */
export type Point = [number, number];

/** Yes where exactly one of the two inputs is one. */
export const points: { x: Point; isOdd: boolean }[] = [
  { x: [0, 0], isOdd: false },
  { x: [1, 1], isOdd: false },
  { x: [0, 1], isOdd: true },
  { x: [1, 0], isOdd: true },
];

/** h = f(x₁ + x₂), f(x₁ + x₂ − 1); f defaults to ReLU. */
export function bend([a, b]: Point, f = (sum: number): number => Math.max(0, sum)): Point {
  return [f(a + b), f(a + b - 1)];
}

/** y = h₁ − 2h₂, a straight line in the plane of h; above one half means yes. */
export function separate([h1, h2]: Point): boolean {
  return h1 - 2 * h2 > 0.5;
}
