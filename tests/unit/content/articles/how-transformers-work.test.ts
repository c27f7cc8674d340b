import assert from "node:assert/strict";
import { test } from "node:test";
import { attend, softmax } from "../../../../content/articles/how-transformers-work/attention.ts";
import { encodePosition } from "../../../../content/articles/how-transformers-work/position.ts";

const isClose = (actual: number[] | undefined, expected: number[], tolerance = 1e-12): void => {
  assert.equal(actual?.length, expected.length);
  for (const [i, value] of expected.entries())
    assert.ok(Math.abs((actual[i] ?? Number.NaN) - value) < tolerance, `${actual} ${expected}`);
};

const dot = (a: number[], b: number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

test("weights three to one mix the values three to one", () => {
  // d_k = 4, so the scores are halved: 2 ln 3 becomes ln 3, and exp(ln 3) = 3.
  const { A, Y } = attend(
    [[2, 0, 0, 0]],
    [
      [Math.log(3), 0, 0, 0],
      [0, 5, 0, 0],
    ],
    [
      [4, 0],
      [0, 8],
    ],
  );
  isClose(A[0], [0.75, 0.25]);
  isClose(Y[0], [3, 2]);
});

test("the article's scores 16, 8 and 0 give 66.5, 24.5 and 9.0 per cent after division by 8", () => {
  isClose(softmax([2, 1, 0]), [0.665, 0.245, 0.09], 5e-4);
  isClose(softmax([16, 8, 0]), [0.9997, 0.0003, 0], 5e-5);
});

test("large scores do not overflow", () => {
  isClose(softmax([1000, 1000]), [0.5, 0.5]);
});

test("under the causal mask a position cannot see what comes later", () => {
  const X = [
    [1, 0],
    [0, 2],
    [3, 1],
  ];
  const changed = [X[0] ?? [], X[1] ?? [], [-5, 9]];
  const { A, Y } = attend(X, X, X, { isCausal: true });
  isClose(A[0], [1, 0, 0]);
  assert.equal(A[1]?.[2], 0);
  assert.deepEqual(
    Y.slice(0, 2),
    attend(changed, changed, changed, { isCausal: true }).Y.slice(0, 2),
  );
});

test("without positions, shuffled inputs give shuffled outputs and nothing else", () => {
  const X = [
    [1, 0.5],
    [-1, 2],
    [0.3, 0.1],
  ];
  const reversed = X.toReversed();
  const Y = attend(X, X, X).Y.toReversed();
  attend(reversed, reversed, reversed).Y.forEach((row, i) => {
    isClose(row, Y[i] ?? []);
  });
});

test("the likeness of two position codes depends on their distance only, as the figure has it", () => {
  const likeness = (a: number, b: number): number =>
    dot(encodePosition(a, 512), encodePosition(b, 512)) / 256;
  isClose([likeness(3, 8)], [likeness(40, 45)]);
  isClose(
    [0, 1, 5, 20, 50, 100].map((k) => likeness(7, 7 + k)),
    [1, 0.973, 0.741, 0.616, 0.512, 0.437],
    5e-4,
  );
});
