import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultForm, readForm, writeForm } from "../../../../demos/hub/address.ts";
import { findAttentions, measureRowFault, pickHead } from "../../../../demos/hub/attentions.ts";
import { labels } from "../../../../demos/hub/labels.ts";
import { readSource } from "../../../../demos/hub/source.ts";

/** [layers, heads, 2, 2] with rows that sum to one, told apart by their layer and head. */
function makeWeights(layers: number, heads: number): Float32Array {
  const weights: number[] = [];
  for (let layer = 0; layer < layers; layer += 1)
    for (let head = 0; head < heads; head += 1) {
      const share = (1 + layer + head / 10) / 10;
      weights.push(1, 0, share, 1 - share);
    }
  return Float32Array.from(weights);
}

test("attentions are found in one stacked tensor, with or without a batch", () => {
  const data = makeWeights(3, 2);
  for (const dims of [
    [1, 3, 2, 2, 2],
    [3, 2, 2, 2],
  ]) {
    const found = findAttentions(
      { logits: { dims: [1, 2, 9], data: [] }, attentions: { dims, data } },
      2,
    );
    assert.deepEqual(found, { layers: 3, heads: 2, size: 2, weights: data });
  }
});

test("attentions are found in one tensor per layer, in the order of their numbers", () => {
  const all = makeWeights(11, 2);
  const outputs = Object.fromEntries(
    [10, 2, 0, 1, 3, 4, 5, 6, 7, 8, 9].map((layer) => [
      `attentions.${layer}`,
      { dims: [1, 2, 2, 2], data: all.slice(layer * 8, layer * 8 + 8) },
    ]),
  );
  const found = findAttentions(outputs, 2);
  assert.deepEqual(found?.weights, all);
  assert.deepEqual([found?.layers, found?.heads], [11, 2]);
});

test("a model without attentions has none, and a tensor of another size is not taken for them", () => {
  assert.equal(findAttentions({ last_hidden_state: { dims: [1, 2, 8], data: [] } }, 2), undefined);
  assert.equal(findAttentions({ attention_mask: { dims: [1, 1, 3, 3], data: [] } }, 2), undefined);
});

test("a head is cut out of the stack, and rows that do not sum to one are noticed", () => {
  const found = findAttentions(
    { attentions: { dims: [1, 2, 2, 2, 2], data: makeWeights(2, 2) } },
    2,
  );
  assert.ok(found);
  const cut = [...pickHead(found, 1, 1)];
  assert.ok(Math.abs((cut[2] ?? 0) - 0.21) < 1e-6);
  assert.ok(measureRowFault(found) < 1e-6);
  found.weights[3] = 0;
  assert.ok(measureRowFault(found) > 0.8);
});

test("a model id has at most one owner, and leads out of no folder", () => {
  assert.deepEqual(readSource("hub", " Xenova/gpt2 ", ""), {
    source: { place: "hub", host: "", model: "Xenova/gpt2" },
  });
  for (const model of ["", "a/b/c", "../secret", "a/..", "a b", "https://x.y/z", "模型"]) {
    assert.deepEqual(readSource("local", model, ""), { fault: "model" }, model);
  }
});

test("a mirror is reached over https, or plainly on the reader's own machine", () => {
  const host = (text: string) => {
    const read = readSource("mirror", "a/b", text);
    return "source" in read ? read.source.host : read.fault;
  };
  assert.equal(host("https://mirror.example/hf"), "https://mirror.example/hf/");
  assert.equal(host("http://127.0.0.1:8080"), "http://127.0.0.1:8080/");
  for (const text of ["", "mirror.example", "http://mirror.example", "javascript:alert(1)"]) {
    assert.equal(host(text), "host", text);
  }
});

test("a form survives the way through the address, and the usual one leaves it empty", () => {
  const form = {
    ...defaultForm,
    place: "mirror" as const,
    host: "https://m.example/",
    model: "a/b",
    text: "你好",
    layer: 3,
  };
  assert.deepEqual(readForm(writeForm(form)), { form, ignored: [] });
  assert.equal(writeForm(defaultForm).toString(), "");
});

test("what an address names wrongly is as usual and told", () => {
  const { form, ignored } = readForm(new URLSearchParams("from=moon&layer=-1&head=2"));
  assert.deepEqual(form, { ...defaultForm, head: 2 });
  assert.deepEqual(ignored, ["from=moon", "layer=-1"]);
});

test("both languages have a sentence for every fault", () => {
  assert.deepEqual(Object.keys(labels.zh.faults).sort(), Object.keys(labels.en.faults).sort());
});
