import assert from "node:assert/strict";
import { test } from "node:test";
import { respellQuery } from "../../../../src/search/spelling.ts";
import { pairTraditional } from "../../../../src/search/traditional.ts";

test("traditional characters become those of the index, and all others stay", () => {
  const pairs = pairTraditional("注意力机制与卷积神经网络，梯度消失，门控");
  assert.equal(respellQuery("注意力機制與卷積神經網絡", pairs), "注意力机制与卷积神经网络");
  assert.equal(respellQuery("門控 Transformer，梯度", pairs), "门控 Transformer，梯度");
  assert.equal(respellQuery("注意力机制", pairs), "注意力机制");
});

test("only characters that the index holds get a pair", () => {
  const pairs = pairTraditional("门");
  assert.match(pairs, /^(.门)+$/u);
  assert.equal(respellQuery("機", pairs), "機");
});

test("full-width letters and digits become plain ones, and full-width marks stay", () => {
  assert.equal(respellQuery("ＬＳＴＭ，ｇｐｔ２　（门）", ""), "LSTM，gpt2　（门）");
});
