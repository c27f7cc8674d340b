import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createSettings,
  type Look,
  type Settings,
  toPlan,
} from "../../../../demos/lstm/settings.ts";
import { readAddress, writeAddress } from "../../../../demos/lstm/settings-address.ts";

const sizes = {
  tang: { layers: 1, hidden: 10 },
  shakespeare: { layers: 2, hidden: 50 },
};
const first: Look = { layer: 0, cell: 5, order: "swing", part: "c", at: 3 };

test("the usual settings and look leave the address empty", () => {
  assert.equal(writeAddress(createSettings("tang"), first, first).toString(), "");
});

test("settings and look come back from their address as they were", () => {
  const settings: Settings = {
    corpus: "shakespeare",
    mode: "acrostic",
    prompt: "",
    heads: "ABC",
    temperature: 0,
    topK: 12,
    topP: 0.5,
    seed: 123,
    length: 200,
    holds: [
      { part: "f", layer: 0, cell: "all", value: 1 },
      { part: "c", layer: 1, cell: 17, value: 0 },
    ],
    engine: "js",
  };
  const look: Look = { layer: 1, cell: 40, order: "line", part: "o", at: 9 };
  const params = new URLSearchParams(writeAddress(settings, look, first).toString());
  assert.deepEqual(readAddress(params, first, sizes), { settings, look, notes: [] });
});

test("what others keep in the address stays when a text changes", () => {
  const query = "?cell=gru&seed=4&t=1.5";
  const params = writeAddress({ ...createSettings("tang"), topK: 5 }, first, first, query);
  assert.equal(params.toString(), "cell=gru&seed=4&k=5");
});

test("each invalid value of an address gives its default and one note", () => {
  const bad = "corpus=x&mode=y&t=9&k=1.5&p=0&draw=-1&n=abc&run=gpu&hold=q.1&look=a&order=b&at=-2";
  const { settings, look, notes } = readAddress(new URLSearchParams(bad), first, sizes);
  assert.deepEqual(settings, createSettings("tang"));
  assert.deepEqual(look, first);
  assert.equal(notes.length, 12);
  assert.match(notes[0]?.en ?? "", /Invalid corpus=x/);
  assert.match(notes[0]?.zh ?? "", /corpus=x 无效/);
});

test("a cell or a hold that the model does not have is refused", () => {
  const params = new URLSearchParams("look=0.10&hold=f.1.all.0&hold=i.0.9.1&hold=i.0.10.1");
  const { settings, look, notes } = readAddress(params, first, sizes);
  assert.deepEqual([look.layer, look.cell], [first.layer, first.cell]);
  assert.deepEqual(settings.holds, [{ part: "i", layer: 0, cell: 9, value: 1 }]);
  assert.equal(notes.length, 3);
});

test("a text that is too long for the address is refused, an empty one is kept", () => {
  const long = new URLSearchParams({ text: "长".repeat(2001) });
  assert.equal(readAddress(long, first, sizes).notes.length, 1);
  const empty = readAddress(new URLSearchParams("text="), first, sizes);
  assert.deepEqual([empty.settings.prompt, empty.notes], ["", []]);
});

test("a plan holds the opening or the heads, never both, and no cut where none is set", () => {
  const free = toPlan({ ...createSettings("tang"), prompt: "a", heads: "b" });
  assert.deepEqual([free.prompt, free.heads, free.sampling.topK], ["a", "", undefined]);
  const acrostic = toPlan({ ...createSettings("tang"), mode: "acrostic", heads: "b", topK: 3 });
  assert.deepEqual([acrostic.prompt, acrostic.heads, acrostic.sampling.topK], ["", "b", 3]);
});
