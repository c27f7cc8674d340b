import assert from "node:assert/strict";
import { test } from "node:test";
import { planAcrostic } from "../../../../demos/attention/acrostic-plan.ts";
import { countKept, rankCandidates } from "../../../../demos/attention/candidates.ts";
import {
  type Cell,
  checkHeadCell,
  checkLinearCell,
  findNeededRow,
} from "../../../../demos/attention/cells.ts";
import { isConfirmed } from "../../../../demos/attention/check-cell.ts";
import { writeHeads, writeMatrix } from "../../../../demos/attention/csv.ts";
import { drawMatrix } from "../../../../demos/attention/export-picture.ts";
import { formatBytes, formatNumber } from "../../../../demos/attention/format.ts";
import { describeBlock } from "../../../../demos/attention/inside.ts";
import { drawCells } from "../../../../demos/attention/matrix-path.ts";
import { comparePermuted } from "../../../../demos/attention/permutation.ts";
import { rankHeads } from "../../../../demos/attention/poem-ranking.ts";
import { drawScores, saturate } from "../../../../demos/attention/saturation.ts";
import { createSheet } from "../../../../demos/attention/sheet.ts";
import { performTask, type Task } from "../../../../demos/attention/tasks.ts";
import { createTokens, moveToken, previewTokens } from "../../../../demos/attention/tokens.ts";
import { attendToy, placeVector } from "../../../../demos/attention/toy.ts";
import { listBuffers } from "../../../../demos/attention/transfer.ts";
import { runTransformer } from "../../../../demos/attention/transformer.ts";
import { createSample, findGap } from "./sample.ts";

const model = createSample();
const tokens = [0, 3, 7, 3, 9, 2];
const run = runTransformer(model, tokens, { positions: "rotary" });
const vocabulary = ["\n", "<unknown>", "，", "。", "春", "夏", "a"];

/** Does a task to its end. */
function perform(task: Task): unknown {
  const steps = performTask(model, task, () => 0);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

test("every cell of the page can be worked out again, by its head or by a row of weights", () => {
  const sheet = createSheet(run, ["↵", "a", "b", "a", "c", "d"]);
  const place = { layer: 1, head: 1, t: 4 };
  const cells: Cell[] = [
    ...(["query", "key", "value", "output", "projection"] as const).map((kind) => ({
      ...place,
      kind,
      index: 3,
    })),
    ...(["score", "scaled", "weight"] as const).map((kind) => ({ ...place, kind, key: 2 })),
    { ...place, kind: "logit", token: 6 },
  ];
  for (const cell of cells) {
    const needed = findNeededRow(cell, 4);
    const detail = sheet.detail(1, 1);
    assert.ok(detail);
    const row =
      needed && (perform({ name: "row", ...needed }) as { weights: Float32Array; bias: number });
    const check = row ? checkLinearCell(run, cell, row) : checkHeadCell(detail, cell, 6);
    assert.ok(check && isConfirmed(check), cell.kind);
  }
});

test("text becomes one token per character, with signs for what cannot be seen", () => {
  const row = createTokens(vocabulary, "春 夏\n鸟", 16);
  assert.deepEqual(row.tokens, [0, 4, 1, 5, 0, 1]);
  assert.deepEqual(row.symbols, ["↵", "春", "␣", "夏", "↵", "鸟"]);
  assert.deepEqual(row.unknown, [2, 5]);
  assert.equal(row.cut, 0);
});

test("a character outside the basic plane is one token, and what the context cannot hold is counted", () => {
  const row = createTokens(vocabulary, "🚀春夏春夏", 4);
  assert.deepEqual(row.symbols, ["↵", "🚀", "春", "夏"]);
  assert.equal(row.cut, 2);
});

test("before its model is there a text has the same characters, without ids", () => {
  const { tokens: ids, symbols, cut } = previewTokens("🚀春夏春", 4);
  assert.deepEqual([ids, symbols, cut], [[], ["↵", "🚀", "春", "夏"], 1]);
});

test("an order moves tokens but not the start, and one of another length is not used", () => {
  assert.deepEqual(createTokens(vocabulary, "春夏a", 16, [3, 1, 2]).symbols, [
    "↵",
    "a",
    "春",
    "夏",
  ]);
  assert.deepEqual(createTokens(vocabulary, "春夏a", 16, [2, 1]).symbols, ["↵", "春", "夏", "a"]);
  assert.deepEqual(moveToken([], 4, 1, 3), [2, 3, 1, 4]);
  assert.deepEqual(moveToken([2, 3, 1, 4], 4, 3, 1), [1, 2, 3, 4]);
  assert.deepEqual(moveToken([], 3, 0, 2), [1, 2, 3], "the start token stays");
});

test("candidates go from logit to the kept share, and the unknown token is never drawn", () => {
  const logits = Float32Array.of(0, 3, 2, 1);
  const [first, second] = rankCandidates(logits, { temperature: 0.5, topK: 2 }, 4);
  assert.deepEqual([first?.token, first?.kept], [1, 0]);
  assert.equal(second?.scaled, 4);
  const e = Math.exp(2);
  assert.ok(Math.abs((second?.kept ?? 0) - e / (1 + e)) < 1e-6);
  assert.equal(countKept(logits, { temperature: 1, topK: 2 }), 2);
  assert.equal(countKept(logits, { temperature: 0 }), 1);
});

test("an acrostic takes letters of the vocabulary and names what it cannot take", () => {
  assert.deepEqual(planAcrostic(vocabulary, "春鸟，", 5), { unknown: ["鸟", "，"] });
  const plan = planAcrostic(vocabulary, " 夏 春", 7);
  assert.ok("firsts" in plan);
  assert.deepEqual(plan.firsts, [5, 4, undefined, undefined]);
  assert.deepEqual(plan.marks, [2, 3]);
  assert.deepEqual(plan.banned, [0, 1, 2, 3]);
});

test("the toy's equal scores give the mean of the values", () => {
  const word = { name: "a", q: [1, 0], k: [0, 1], v: [1, 0] } as const;
  const { weights, output } = attendToy([word, { ...word, v: [0, 1] }], 0);
  assert.deepEqual(weights, [0.5, 0.5]);
  assert.deepEqual(output, [0.5, 0.5]);
  const sharp = attendToy([word, { ...word, k: [1, 0], v: [0, 1] }], 0, 1);
  assert.ok(Math.abs((sharp.weights[1] ?? 0) - Math.E / (1 + Math.E)) < 1e-6);
  assert.deepEqual(placeVector([5, -0.011], 2), [2, 0]);
  assert.throws(() => attendToy([word], 1), /unknown word 1 of 1/);
});

test("scores of wider vectors saturate softmax, and √d undoes it", () => {
  const wide = drawScores(512, 8, 3);
  const raw = saturate(wide, 1);
  const scaled = saturate(wide, Math.sqrt(512));
  assert.ok(raw.highest > 0.99 && raw.slope < 0.01);
  assert.ok(scaled.entropy > raw.entropy + 1);
  const many = drawScores(64, 4000, 1);
  const q2 = many.reduce((sum, score) => sum + score * score, 0) / many.length;
  assert.ok(q2 > 30 && q2 < 110, "about d, for one query");
});

test("cells of a matrix fall into steps, and weak ones are left out", () => {
  const layers = drawCells(Float32Array.of(1, 0, 0.001, 1), 2, 4);
  assert.equal(layers.length, 1);
  assert.equal(layers[0]?.path, "M0 0h1v1h-1zM1 1h1v1h-1z");
  assert.equal(layers[0]?.strength, 1);
});

test("a permuted run is compared row by row", () => {
  const options = { mask: "bidirectional", positions: "none" } as const;
  const order = [5, 4, 3, 2, 1, 0];
  const moved = order.map((from) => tokens[from] ?? 0);
  const gap = comparePermuted(
    runTransformer(model, tokens, options),
    runTransformer(model, moved, options),
    order,
  );
  assert.ok(gap < 1e-4);
});

test("lengths of the stream are those of its parts, and the strongest unit is the largest", () => {
  const block = run.blocks[0];
  assert.ok(block);
  const { norms, up, gelu, strongest, active } = describeBlock(block, 2, 8);
  assert.equal(up.length, 12);
  assert.ok(Math.abs(norms.input - Math.hypot(...block.input.slice(16, 24))) < 1e-6);
  assert.equal(Math.abs(gelu[strongest[0] ?? 0] ?? 0), Math.max(...gelu.map(Math.abs)));
  assert.equal(active, up.filter((value) => value > 0).length);
});

test("the heads of a place are ranked by their weight on it", () => {
  const at = (share: number) => Float32Array.of(1, 0, share, 1 - share);
  const [previous] = rankHeads([[[at(0.2), at(0.9)]]], [["a", "b"]], 1).filter(
    ({ place }) => place === "previous",
  );
  assert.equal(previous?.best[0]?.head, 1);
});

test("tables quote what CSV needs quoted and hold every weight", () => {
  const weights = Float32Array.of(1, 0, 0.25, 0.75);
  assert.equal(
    writeMatrix(weights, ["↵", ","]),
    ',↵,","\n↵,1.000000,0.000000\n",",0.250000,0.750000\n',
  );
  const rows = writeHeads([{ layer: 0, head: 1, weights }], ["↵", "a"])
    .trim()
    .split("\n");
  assert.equal(rows.length, 5);
  assert.equal(rows[3], "1,2,1,0,a,↵,0.250000");
});

test("the picture escapes what the reader wrote", () => {
  const svg = drawMatrix(Float32Array.of(1), ["<"], "a & b");
  assert.match(svg, /a &amp; b/);
  assert.match(svg, />&lt;</);
});

test("tasks of the worker give what the cores give", () => {
  const options = {};
  assert.deepEqual(perform({ name: "run", tokens, options }), runTransformer(model, tokens));
  const { logits, stepMs } = perform({ name: "cache", tokens }) as {
    logits: Float32Array;
    stepMs: number[];
  };
  assert.equal(stepMs.length, tokens.length);
  assert.ok(findGap(logits, runTransformer(model, tokens).logits.slice(-10)) < 1e-4);
  const all = perform({ name: "attentions", rows: [tokens, [0, 1]] }) as Float32Array[][][];
  assert.equal(all[1]?.[1]?.[1]?.length, 4);
});

test("numbers are written with a true minus, and bytes as downloads are counted", () => {
  assert.equal(formatNumber(-0.5), "−0.500");
  assert.equal(formatNumber(-0.0001), "0.000");
  assert.equal(formatNumber(Number.NEGATIVE_INFINITY), "−∞");
  assert.equal(formatBytes(1_797_872), "1.8 MB");
});

test("a run is handed over by its buffers, each named once, none of them the model's", () => {
  const fresh = runTransformer(model, tokens);
  const buffers = listBuffers(fresh);
  assert.ok(buffers.has(fresh.logits.buffer as ArrayBuffer));
  assert.ok(buffers.has(fresh.blocks[1]?.heads[1]?.output.buffer as ArrayBuffer));
  for (const buffer of listBuffers(model)) assert.ok(!buffers.has(buffer));
  structuredClone(fresh, { transfer: [...buffers] });
  assert.equal(fresh.logits.length, 0);
  assert.ok(runTransformer(model, tokens).logits.length > 0);
});
