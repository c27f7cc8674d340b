import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import { collectRelations, countRelations } from "../../../../src/site/relations.ts";

const catalog = loadCatalog();
const relations = collectRelations(catalog);
const opposite = {
  uses: "used-by",
  "used-by": "uses",
  refines: "refined-by",
  "refined-by": "refines",
  precedes: "follows",
  follows: "precedes",
  "alternative-to": "alternative-to",
  "composes-with": "composes-with",
  "contrasts-with": "contrasts-with",
} as const;

test("every relation of the catalog is shown on both sides, with its inverse and the same reason", () => {
  for (const [slug, list] of relations) {
    for (const { label, to, reason } of list) {
      const back = relations.get(to)?.filter((entry) => entry.to === slug);
      assert.deepEqual(
        back?.map((entry) => ({ label: entry.label, reason: entry.reason })),
        [{ label: opposite[label], reason }],
        `${slug} ${label} ${to}`,
      );
    }
  }
});

test("each declared relation gives two entries and is counted once", () => {
  const shown = [...relations.values()].reduce((sum, list) => sum + list.length, 0);
  assert.equal(shown, 2 * countRelations(catalog));
});

test("a page lists its relations by kind, and a written pattern's own relations give reasons", () => {
  const order = Object.keys(opposite);
  for (const { slug, relations: own } of catalog.patterns) {
    const list = relations.get(slug) ?? [];
    const labels = list.map(({ label }) => label);
    const runs = labels.filter((label, i) => label !== labels[i - 1]);
    assert.equal(runs.length, new Set(runs).size, `${slug}: ${labels}`);
    assert.ok(labels.every((label) => order.includes(label)));
    for (const { to } of own) {
      const reason = list.find((entry) => entry.to === to)?.reason;
      assert.ok(reason?.zh && reason.en, `${slug} to ${to}`);
    }
  }
});
