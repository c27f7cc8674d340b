import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chanceOfScores,
  momentsOfChance,
  scoreAboveChance,
} from "../../../../demos/quiz/chance.ts";

const close = (actual: number | undefined, expected: number, within = 1e-12) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < within, `${actual}, not ${expected}`);

test("two questions of two and four options are worked by hand", () => {
  const [none, one, both] = chanceOfScores([2, 4]);
  close(none, 3 / 8);
  close(one, 4 / 8);
  close(both, 1 / 8);
});

test("45 questions of four options are Binomial(45, 1/4)", () => {
  const scores = chanceOfScores(new Array<number>(45).fill(4));
  let binomial = 0.75 ** 45;
  for (let k = 0; k <= 45; k++) {
    close(scores[k], binomial, 1e-12);
    binomial *= (((45 - k) / (k + 1)) * 0.25) / 0.75;
  }
});

test("probabilities add up to one, and their moments agree with the closed form", () => {
  const options = [2, 3, 4, 5, 5, 4, 3];
  const scores = chanceOfScores(options);
  const { mean, deviation } = momentsOfChance(options);
  close(
    scores.reduce((sum, p) => sum + p, 0),
    1,
  );
  close(
    scores.reduce((sum, p, k) => sum + p * k, 0),
    mean,
  );
  close(
    scores.reduce((sum, p, k) => sum + p * (k - mean) ** 2, 0),
    deviation ** 2,
  );
});

test("the score above chance is the lowest that guessing reaches rarely enough", () => {
  const options = [2, 2, 2]; // 0 … 3 with 1, 3, 3, 1 eighths
  assert.equal(scoreAboveChance(options, 0.2), 3);
  assert.equal(scoreAboveChance(options, 0.1), 4);
  assert.equal(scoreAboveChance(options, 0.6), 2);
});
