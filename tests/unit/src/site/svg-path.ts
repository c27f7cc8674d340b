interface Point {
  x: number;
  y: number;
}

/** Points along SVG path data of the forms `Mx,yLx,y…` and `Mx,yCx,y x,y x,y`, in its units. */
export function samplePath(path: string, count = 60): Point[] {
  const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  const steps = Array.from({ length: count + 1 }, (_, i) => i / count);
  const [a, b, c, d] = points;
  if (path.includes("C") && a && b && c && d) return steps.map((t) => curve([a, b, c, d], t));
  return points.slice(1).flatMap((end, i) => {
    const start = points[i] ?? end;
    return steps.map((t) => mix(start, end, t));
  });
}

const mix = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

// De Casteljau's construction.
function curve([a, b, c, d]: [Point, Point, Point, Point], t: number): Point {
  const [ab, bc, cd] = [mix(a, b, t), mix(b, c, t), mix(c, d, t)];
  return mix(mix(ab, bc, t), mix(bc, cd, t), t);
}
