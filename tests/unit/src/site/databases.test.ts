import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { columns, nameValue } from "../../../../demos/databases/cells.ts";
import { facetIds, facets } from "../../../../demos/databases/facets.ts";
import { readDatabases, sourcesOfDatabases } from "../../../../src/site/databases.ts";
import { languages } from "../../../../src/site/languages.ts";

const databases = readDatabases(process.cwd());

/** A copy of the collection in which `from` is replaced. */
function edit(from: string, to: string): string {
  const root = mkdtempSync(join(tmpdir(), "databases-"));
  cpSync("content/databases", join(root, "content/databases"), { recursive: true });
  const file = join(root, "content/databases/databases.yaml");
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(from));
  writeFileSync(file, text.replace(from, to));
  return root;
}

describe("the collection of databases", () => {
  test("holds the ten of the older text and eight or more besides, each once", () => {
    const names = databases.filter(({ list }) => list === "ten").map(({ id }) => id);
    assert.deepEqual(names, [
      "redshift",
      "blazingsql",
      "brytlyt",
      "bigquery",
      "db2",
      "kinetica",
      "sql-server",
      "oracle",
      "vertica",
      "mindsdb",
    ]);
    assert.ok(databases.length - names.length >= 8);
    assert.equal(new Set(databases.map(({ id }) => id)).size, databases.length);
    assert.equal(new Set(databases.map(({ name }) => name)).size, databases.length);
  });

  test("names only sources that exist, and each state has a year that is not in the future", () => {
    const entries = readFileSync("content/references.bib", "utf8").matchAll(
      /^@\w+\{([\w-]+),.*?^ {2}year = \{(\d{4})\}/gms,
    );
    const years = new Map([...entries].map(([, key, year]) => [key, Number(year)]));
    for (const id of sourcesOfDatabases(databases)) assert.ok(years.has(id), id);
    for (const { id, state } of databases) {
      assert.ok((years.get(state.source) ?? 9999) <= state.year, `${id}: ${state.source}`);
      assert.ok(state.year <= 2026, id);
    }
  });

  test("shows statements that train and predict, or says why there are none", () => {
    const without = databases.filter(({ sql }) => "missing" in sql).map(({ id }) => id);
    assert.deepEqual(without, ["blazingsql", "brytlyt"]);
    for (const { id, sql } of databases) {
      if ("missing" in sql) continue;
      assert.match(sql.train, /;$/, id);
      assert.match(sql.predict, /;$/, id);
      for (const text of [sql.train, sql.predict]) {
        assert.equal(text.split("(").length, text.split(")").length, `${id}: ${text}`);
      }
    }
  });

  test("is written in both languages: Chinese notes in Chinese, English ones without Han", () => {
    for (const { id, trainingNote, movesNote, state, licence, algorithms, sql } of databases) {
      const notes = [trainingNote, movesNote, state.note];
      for (const { zh } of notes) assert.match(zh, /\p{Script=Han}/u, id);
      const all = [...notes, licence.name, algorithms];
      if ("missing" in sql) all.push(sql.missing);
      for (const { en } of all) assert.doesNotMatch(en, /\p{Script=Han}/u, id);
    }
  });

  test("has a word in both languages for every value of every property", () => {
    for (const lang of languages) {
      for (const id of facetIds) {
        for (const value of facets[id].values) {
          const word = nameValue(id, value, lang);
          assert.ok(word.length > 0, `${id}=${value}`);
          if (lang === "zh" && ["training", "moves", "state", "licence", "list"].includes(id))
            assert.match(word, /\p{Script=Han}/u, `${id}=${value}`);
        }
      }
    }
    assert.ok(columns.every((column) => facetIds.includes(column)));
  });

  test("refuses an unknown value, a missing language and a property nobody knows", () => {
    assert.throws(() => readDatabases(edit("training: service", "training: cloud")));
    assert.throws(() => readDatabases(edit('zh: "云服务", en: "Cloud service"', 'zh: "云服务"')));
    assert.throws(() => readDatabases(edit("vendor: BlazingDB", "vendor: BlazingDB\n  price: 3")));
    assert.throws(() => readDatabases(edit("imports: [onnx]", "imports: [onnx, onnx]")));
  });
});
