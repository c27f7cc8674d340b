import assert from "node:assert/strict";
import { test } from "node:test";
import { runTransformer } from "../../../../demos/attention/transformer.ts";
import { createSample, findGap, smallShape } from "./sample.ts";

const model = createSample();
const tokens = [0, 3, 7, 3, 9, 2];
const T = tokens.length;

/** The same rows in another order: row t of the result is row order[t] of `rows`. */
function permuteRows(rows: Float32Array, order: readonly number[]): Float32Array {
  const width = rows.length / order.length;
  return Float32Array.from(rows, (_, at) => {
    const from = order[Math.floor(at / width)] ?? 0;
    return rows[from * width + (at % width)] ?? 0;
  });
}

test("every row of every head's weights sums to one, under either mask", () => {
  for (const mask of ["causal", "bidirectional"] as const) {
    for (const { heads } of runTransformer(model, tokens, { mask }).blocks) {
      for (const { weights } of heads) {
        for (let t = 0; t < T; t++) {
          const sum = weights.subarray(t * T, (t + 1) * T).reduce((a, b) => a + b, 0);
          assert.ok(Math.abs(sum - 1) < 1e-6, `${mask}, row ${t}: ${sum}`);
        }
      }
    }
  }
});

test("the causal mask leaks nothing: a changed token changes no logit before it", () => {
  const before = runTransformer(model, tokens);
  const after = runTransformer(model, [...tokens.slice(0, 4), 1, 5]);
  const V = smallShape.vocabulary;
  assert.deepEqual(after.logits.slice(0, 4 * V), before.logits.slice(0, 4 * V));
  assert.ok(findGap(after.logits.slice(4 * V), before.logits.slice(4 * V)) > 0.01);
});

test("without the mask the last token reaches the first row", () => {
  const options = { mask: "bidirectional" } as const;
  const before = runTransformer(model, tokens, options);
  const after = runTransformer(model, [...tokens.slice(0, -1), 1], options);
  assert.ok(findGap(after.logits.slice(0, 10), before.logits.slice(0, 10)) > 0.001);
});

test("the causal mask is −∞ above the diagonal and leaves the rest as it was", () => {
  const { scaled, masked, weights } = runTransformer(model, tokens).blocks[1]?.heads[1] ?? {};
  assert.ok(scaled && masked && weights);
  for (let t = 0; t < T; t++) {
    for (let j = 0; j < T; j++) {
      assert.equal(masked[t * T + j], j > t ? Number.NEGATIVE_INFINITY : scaled[t * T + j]);
      if (j > t) assert.equal(weights[t * T + j], 0);
    }
  }
});

test("without positions and mask, permuted tokens give permuted rows and nothing else", () => {
  const order = [4, 0, 5, 2, 1, 3];
  const options = { mask: "bidirectional", positions: "none" } as const;
  const run = runTransformer(model, tokens, options);
  const permuted = runTransformer(
    model,
    order.map((from) => tokens[from] ?? 0),
    options,
  );
  assert.ok(findGap(permuted.logits, permuteRows(run.logits, order)) < 1e-5);
});

test("with positions of any kind, permuted tokens give other rows", () => {
  const order = [4, 0, 5, 2, 1, 3];
  for (const positions of ["learned", "sinusoidal", "rotary"] as const) {
    const options = { mask: "bidirectional", positions } as const;
    const run = runTransformer(model, tokens, options);
    const permuted = runTransformer(
      model,
      order.map((from) => tokens[from] ?? 0),
      options,
    );
    assert.ok(findGap(permuted.logits, permuteRows(run.logits, order)) > 0.01, positions);
  }
});

test("a row computed alone by the formulas of the paper is the row of the run", () => {
  const run = runTransformer(model, tokens);
  const block = run.blocks[0];
  const weights = model.blocks[0];
  assert.ok(block && weights);
  const D = smallShape.width;
  const t = 3;
  // q of head 1, by hand: W_q x + b, columns 4 … 7
  const x = block.norm1.slice(t * D, (t + 1) * D);
  for (let i = 4; i < 8; i++) {
    let sum = weights.query.b[i] ?? 0;
    for (let j = 0; j < D; j++) sum += (weights.query.W[i * D + j] ?? 0) * (x[j] ?? 0);
    assert.ok(Math.abs(sum - (block.Q[t * D + i] ?? 0)) < 1e-5);
  }
  const score = (key: number): number => {
    let sum = 0;
    for (let i = 4; i < 8; i++) sum += (block.Q[t * D + i] ?? 0) * (block.K[key * D + i] ?? 0);
    return sum / 2; // √4
  };
  const exps = [0, 1, 2, 3].map((key) => Math.exp(score(key)));
  const total = exps.reduce((a, b) => a + b, 0);
  for (const [key, exp] of exps.entries())
    assert.ok(Math.abs(exp / total - (block.heads[1]?.weights[t * T + key] ?? 0)) < 1e-5);
  for (let i = 0; i < 4; i++) {
    const mixed = exps.reduce(
      (sum, exp, key) => sum + (exp / total) * (block.V[key * D + 4 + i] ?? 0),
      0,
    );
    assert.ok(Math.abs(mixed - (block.concat[t * D + 4 + i] ?? 0)) < 1e-5);
  }
});

test("residuals add what attention and MLP made to what came in", () => {
  for (const block of runTransformer(model, tokens).blocks) {
    const sum = block.input.map((x, i) => x + (block.projection[i] ?? 0) + (block.down[i] ?? 0));
    assert.ok(findGap(sum, block.output) < 1e-5);
  }
});

test("a divisor of one leaves the scores as they are", () => {
  const { scores, scaled } =
    runTransformer(model, tokens, { divisor: 1 }).blocks[0]?.heads[0] ?? {};
  assert.deepEqual(scaled, scores);
});

test("a zeroed head gives nothing to the sum, and the others the same as before", () => {
  const whole = runTransformer(model, tokens).blocks[0];
  const cut = runTransformer(model, tokens, { zeroed: [{ layer: 0, head: 0 }] }).blocks[0];
  assert.ok(whole && cut);
  for (let t = 0; t < T; t++) {
    assert.ok(cut.concat.slice(t * 8, t * 8 + 4).every((x) => x === 0));
    assert.deepEqual(
      cut.concat.slice(t * 8 + 4, t * 8 + 8),
      whole.concat.slice(t * 8 + 4, t * 8 + 8),
    );
  }
});

test("an edited weight stands, its row still sums to one, and other rows stay", () => {
  const whole = runTransformer(model, tokens).blocks[1]?.heads[0]?.weights;
  const edits = [{ layer: 1, head: 0, query: 4, key: 2, weight: 0.75 }];
  const edited = runTransformer(model, tokens, { edits }).blocks[1]?.heads[0]?.weights;
  assert.ok(whole && edited);
  const row = edited.slice(4 * T, 5 * T);
  assert.equal(row[2], 0.75);
  assert.ok(Math.abs(row.reduce((a, b) => a + b, 0) - 1) < 1e-6);
  assert.equal(row[5], 0, "what the mask forbids stays forbidden");
  assert.deepEqual(edited.slice(0, 4 * T), whole.slice(0, 4 * T));
});

test("given weights equal to the computed ones change nothing", () => {
  const whole = runTransformer(model, tokens);
  const weights = whole.blocks[0]?.heads[1]?.weights ?? new Float32Array();
  const again = runTransformer(model, tokens, { given: [{ layer: 0, head: 1, weights }] });
  assert.deepEqual(again.logits, whole.logits);
});

test("tokens that cannot be run are refused with the number that is wrong", () => {
  assert.throws(() => runTransformer(model, []), /missing tokens/);
  assert.throws(() => runTransformer(model, [0, 10]), /unknown token 10/);
  assert.throws(() => runTransformer(model, Array(17).fill(1)), /17 tokens, the context holds 16/);
});
