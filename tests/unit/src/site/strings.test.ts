import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fillIn, stringsOf } from "../../../../src/site/strings.ts";

/** All texts of a nested object of strings, by dotted key. */
function flatten(value: object, prefix = ""): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    typeof inner === "object" && inner !== null
      ? flatten(inner, `${prefix}${key}.`)
      : [[prefix + key, String(inner)]],
  );
}

const zh = flatten(stringsOf("zh"));
const en = flatten(stringsOf("en"));
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test("both languages have the same words of the interface, and none is empty", () => {
  assert.deepEqual(zh.map(([key]) => key).sort(), en.map(([key]) => key).sort());
  for (const [key, text] of [...zh, ...en]) assert.notEqual(text.trim(), "", key);
});

test("Chinese words are Chinese and English words are English", () => {
  const namesOfTheOther = ["otherLanguage", "englishName"];
  for (const [key, text] of zh) {
    const hasWords = /\p{Letter}/u.test(text.replace(/\{\w+\}/g, ""));
    const isChinese = !hasWords || /\p{Script=Han}/u.test(text);
    assert.ok(namesOfTheOther.includes(key) || isChinese, `${key}: ${text}`);
  }
  for (const [key, text] of en) {
    assert.ok(namesOfTheOther.includes(key) || !/\p{Script=Han}/u.test(text), `${key}: ${text}`);
  }
});

test("both languages leave the same holes for values", () => {
  const english = new Map(en);
  for (const [key, text] of zh) assert.deepEqual(holes(text), holes(english.get(key) ?? ""), key);
});

test("values fill the holes of a phrase, and a hole without a value stays visible", () => {
  assert.equal(fillIn("{count} 个，共 {total} 个", { count: 3, total: 0 }), "3 个，共 0 个");
  assert.equal(fillIn("{count} of {total}", { count: 3 }), "3 of {total}");
});

test("every word of the interface is shown somewhere", () => {
  const sources = globSync("src/**/*.{astro,ts}").map((file) => readFileSync(file, "utf8"));
  const text = sources.join("\n");
  for (const key of Object.keys(stringsOf("zh"))) {
    const use = new RegExp(`\\.${key}\\b|\\{[^}]*\\b${key}\\b[^}]*\\} = stringsOf`);
    assert.ok(use.test(text) || /^stars\d$/.test(key), key);
  }
});
