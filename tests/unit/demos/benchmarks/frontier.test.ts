import assert from "node:assert/strict";
import { test } from "node:test";
import { type Axis, findFrontier } from "../../../../demos/benchmarks/frontier.ts";

type Point = readonly [x: number, y: number];

const high = (i: 0 | 1): Axis<Point> => ({ better: "high", read: (point) => point[i] });
const low = (i: 0 | 1): Axis<Point> => ({ better: "low", read: (point) => point[i] });

test("a point stays when its x beats every point with a better y", () => {
  const points: Point[] = [
    [0.9, 100],
    [0.5, 400],
    [0.7, 300],
    [0.6, 200], // slower and worse than 0.7
    [0.95, 20],
    [0.95, 10], // the same recall, slower
  ];
  assert.deepEqual(findFrontier(points, high(0), high(1)), [
    [0.5, 400],
    [0.7, 300],
    [0.9, 100],
    [0.95, 20],
  ]);
});

test("of points with the same y the one with the best x comes first and alone", () => {
  const points: Point[] = [
    [0.8, 100],
    [0.9, 100],
    [0.85, 100],
  ];
  assert.deepEqual(findFrontier(points, high(0), high(1)), [[0.9, 100]]);
});

test("a copy of a kept point is not kept twice", () => {
  const points: Point[] = [
    [0.8, 100],
    [0.8, 100],
  ];
  assert.deepEqual(findFrontier(points, high(0), high(1)), [[0.8, 100]]);
});

test("zero, missing and infinite values are left out, on either axis", () => {
  const points: Point[] = [
    [0, 900],
    [0.4, 0],
    [Number.NaN, 800],
    [0.5, Number.NaN],
    [0.6, Number.POSITIVE_INFINITY],
    [0.3, 5],
  ];
  assert.deepEqual(findFrontier(points, high(0), high(1)), [[0.3, 5]]);
});

test("with a smaller-is-better y the smallest comes first", () => {
  const points: Point[] = [
    [0.9, 50],
    [0.5, 10],
    [0.6, 60], // larger than the index that reaches 0.9
    [0.99, 80],
  ];
  assert.deepEqual(findFrontier(points, high(0), low(1)), [
    [0.5, 10],
    [0.9, 50],
    [0.99, 80],
  ]);
});

test("with a smaller-is-better x ties in y go to the smaller x, and only smaller x follow", () => {
  const points: Point[] = [
    [1.2, 100],
    [1.1, 100],
    [1.3, 50],
    [1.0, 20],
  ];
  assert.deepEqual(findFrontier(points, low(0), high(1)), [
    [1.1, 100],
    [1.0, 20],
  ]);
});

test("negative values are points like others", () => {
  const points: Point[] = [
    [0.9, -5],
    [0.95, 7],
  ];
  assert.deepEqual(findFrontier(points, high(0), low(1)), points);
});

test("the given points are not reordered, and no points have no frontier", () => {
  const points: Point[] = [
    [0.9, 1],
    [0.1, 9],
  ];
  findFrontier(points, high(0), high(1));
  assert.deepEqual(points[0], [0.9, 1]);
  assert.deepEqual(findFrontier([], high(0), high(1)), []);
});
