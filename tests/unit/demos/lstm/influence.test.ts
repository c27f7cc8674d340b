import assert from "node:assert/strict";
import { test } from "node:test";
import { logSumExp } from "../../../../demos/kit/softmax.ts";
import { createState, type Hold, step } from "../../../../demos/lstm/inference.ts";
import { findInfluence, measureInfluence } from "../../../../demos/lstm/influence.ts";
import { createLstm, type Lstm } from "../../../../demos/lstm/lstm-model.ts";
import { createSmallFile } from "./small-model.ts";

// Each step reads a character of its own, and none of them is the target, so that a change of one
// embedding changes one input; what it does to the tied output weights is taken out below.
const tokens = [0, 2, 3, 4, 5];
const target = 7;

function run(model: Lstm, holds: readonly Hold[] = []) {
  let state = createState(model);
  return tokens.map((token) => {
    const now = step(model, state, token, holds);
    state = now.state;
    return now;
  });
}

/** ln p(target) with embedding row `token`, column `e` changed for the inputs only. */
function logProbability(seed: number, token: number, e: number, by: number, holds: Hold[]): number {
  const shape = { E: 4, H: 6, depth: 2 };
  const model = createLstm(createSmallFile(seed, shape), false);
  const changed = createLstm(createSmallFile(seed, shape), false);
  const place = token * changed.width + e;
  changed.embedding[place] = (changed.embedding[place] ?? 0) + by;
  const h = run(changed, holds).at(-1)?.state.h.at(-1) ?? new Float32Array();
  const y = new Float32Array(model.width);
  model.multiply(model.projection, model.projectionBias, h, y);
  const logits = new Float32Array(model.vocabulary.length);
  model.multiply(model.embedding, model.headBias, y, logits);
  return (logits[target] ?? 0) - logSumExp(logits);
}

for (const [title, holds] of [
  ["of a free network", []],
  ["with gates and a cell held", [hold("f", 2, 1), hold("o", "all", 0.5), hold("c", 4, 0.3)]],
] as const) {
  test(`gradients ${title} equal finite differences`, () => {
    const model = createLstm(createSmallFile(6, { E: 4, H: 6, depth: 2 }));
    const gradients = findInfluence(model, run(model, holds), createState(model), target, holds);
    for (const [t, token] of tokens.entries()) {
      for (let e = 0; e < model.width; e++) {
        const d = 1e-2;
        const wanted =
          (logProbability(6, token, e, d, [...holds]) -
            logProbability(6, token, e, -d, [...holds])) /
          (2 * d);
        const found = gradients[t]?.[e] ?? Number.NaN;
        assert.ok(Math.abs(found - wanted) < 2e-3, `step ${t}, ${e}: ${found} and ${wanted}`);
      }
    }
  });
}

test("a cell that forgets all and takes in all feels the last character only", () => {
  const model = createLstm(createSmallFile(7, { depth: 1 }));
  for (const layer of model.layers) layer.U.fill(0);
  const holds = [{ layer: 0, cell: "all", part: "f", value: 0 }] as const;
  const found = measureInfluence(
    findInfluence(model, run(model, holds), createState(model), target, holds),
  );
  assert.deepEqual(found.slice(0, -1), [0, 0, 0, 0]);
  assert.ok((found.at(-1) ?? 0) > 0);
});

function hold(part: Hold["part"], cell: Hold["cell"], value: number): Hold {
  return { layer: 1, cell, part, value };
}
