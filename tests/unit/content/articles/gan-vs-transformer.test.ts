import assert from "node:assert/strict";
import { test } from "node:test";
import {
  evaluateGame,
  findBestDiscriminator,
  measurePush,
} from "../../../../content/articles/gan-vs-transformer/game.ts";

const isClose = (actual: number, expected: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(actual - expected) < tolerance, `${actual} is not ${expected}`);

test("against a perfect generator the best discriminator guesses, and the game is worth −ln 4", () => {
  const p = [0.2, 0.3, 0.5];
  assert.deepEqual(findBestDiscriminator(p, p), [0.5, 0.5, 0.5]);
  isClose(evaluateGame(p, p), -Math.log(4));
});

test("where real and fake never meet the discriminator is always right, and the game is worth 0", () => {
  assert.deepEqual(findBestDiscriminator([1, 0], [0, 1]), [1, 0]);
  isClose(evaluateGame([1, 0], [0, 1]), 0);
});

test("a generator that has lost one of two modes leaves the game at 2 JSD − ln 4", () => {
  // p = (1/2, 1/2), q = (1, 0): m = (3/4, 1/4)
  const jsd = (Math.log(4 / 3) + 0.5 * Math.log(2 / 3) + 0.5 * Math.log(2)) / 2;
  isClose(evaluateGame([0.5, 0.5], [1, 0]), 2 * jsd - Math.log(4));
});

test("the push of each loss is its slope along the logit", () => {
  const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
  const epsilon = 1e-6;
  for (const logit of [-4, -1, 0, 2]) {
    const slope = (loss: (D: number) => number): number =>
      (loss(sigmoid(logit + epsilon)) - loss(sigmoid(logit - epsilon))) / (2 * epsilon);
    const { minimax, nonSaturating } = measurePush(sigmoid(logit));
    isClose(Math.abs(slope((D) => Math.log(1 - D))), minimax, 1e-8);
    isClose(Math.abs(slope((D) => -Math.log(D))), nonSaturating, 1e-8);
  }
});
