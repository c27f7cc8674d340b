import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { demoModels } from "../../src/site/demos.ts";
import { languages } from "../../src/site/languages.ts";
import { loadModelCards } from "../../src/site/model-cards.ts";

test("the page of a figure shows the card of each model that it runs, in both languages", () => {
  const cards = loadModelCards();
  for (const [demo, names] of Object.entries(demoModels)) {
    for (const lang of languages) {
      const html = readFileSync(`dist/${lang}/demos/${demo}/index.html`, "utf8");
      for (const name of names) {
        const card = cards.find((one) => one.name === name);
        assert.ok(card, name);
        const facts = [
          card.sha256,
          card.training.command,
          card.bitsPerCharacter.test.toFixed(3),
          card.corpus.licence[lang],
        ];
        for (const fact of facts) assert.ok(html.includes(fact), `${lang} ${demo}: ${fact}`);
      }
    }
  }
});
