import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { listShipped, modelFolder, readShipped } from "../../../../scripts/models/read-shipped.ts";
import { drawCurve } from "../../../../src/site/learning-curve.ts";
import { describeCards } from "../../../../src/site/model-card-rows.ts";
import { loadModelCards, parseCard } from "../../../../src/site/model-cards.ts";

const cards = loadModelCards();

test("each shipped model has a card, and it speaks of the files beside it", () => {
  assert.deepEqual(
    cards.map(({ name }) => name),
    listShipped(),
  );
  for (const card of cards) {
    const weights = readFileSync(join(modelFolder, card.name, "weights.bin"));
    assert.equal(createHash("sha256").update(weights).digest("hex"), card.sha256, card.name);
    assert.equal(weights.length, card.bytes);
    const { tensors, vocabulary, architecture } = readShipped(card.name);
    const size = [...tensors.values()].reduce((sum, { data }) => sum + data.length, 0);
    assert.equal(size, card.parameters);
    assert.equal(vocabulary.length, card.vocabulary);
    assert.equal(architecture, card.architecture);
  }
});

test("what a reader loads of a model stays below 4 MB, as a flat file and as ONNX", () => {
  for (const { name, architecture } of cards) {
    const files =
      architecture === "transformer" ? ["weights.bin", "onnx/model.onnx"] : ["weights.bin"];
    for (const file of files) {
      assert.ok(readFileSync(join(modelFolder, name, file)).length <= 4e6, `${name}/${file}`);
    }
  }
});

test("each model beats the best n-gram, and rounding to 8 bits costs less than 0.02 bits", () => {
  for (const { name, bitsPerCharacter } of cards) {
    assert.ok(bitsPerCharacter.test < bitsPerCharacter.ngram.test, name);
    assert.ok(Math.abs(bitsPerCharacter.quantisationLoss) < 0.02, name);
  }
});

test("a card with a wrong, missing or strange field is refused by the field's name", () => {
  const card = cards[0];
  assert.ok(card);
  assert.deepEqual(parseCard(card), card);
  assert.throws(() => parseCard({ ...card, parameters: -1 }), /invalid card.json: parameters/);
  assert.throws(() => parseCard({ ...card, sha256: undefined }), /sha256/);
  assert.throws(() => parseCard({ ...card, note: "x" }), /note/);
});

test("the table has the same facts in both languages, one value per model, and no hole", () => {
  const zh = describeCards(cards, "zh");
  const en = describeCards(cards, "en");
  assert.equal(zh.length, en.length);
  for (const { label, values } of [...zh, ...en]) {
    assert.equal(values.length, cards.length, label);
    for (const value of values) assert.doesNotMatch(value, /undefined|NaN|^$/, label);
  }
});

test("a curve that falls goes down the picture, and its axes hold all of it", () => {
  const curve = [
    { epoch: 1, training: 9, validation: 8 },
    { epoch: 2, training: 7.9, validation: 7.4 },
    { epoch: 3, training: 7.4, validation: 7.1 },
  ];
  const { training, validation, bitTicks, epochTicks } = drawCurve(curve, 100, 50);
  assert.equal(training.split(" ")[0], "0,0");
  assert.equal(training.split(" ")[2], "100,40");
  assert.equal(validation.split(" ")[2], "100,47.5");
  assert.deepEqual(bitTicks.at(0), { bits: 7, y: 50 });
  assert.deepEqual(
    epochTicks.map(({ epoch }) => epoch),
    [1, 2, 3],
  );
});
