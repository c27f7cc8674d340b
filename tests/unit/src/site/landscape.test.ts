import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadCatalog } from "../../../../src/site/catalog.ts";
import { collectCitingPages, sourcesOfArticle } from "../../../../src/site/citations.ts";
import { citeData } from "../../../../src/site/data-citations.ts";
import { stateSigns, toolKinds, toolStates } from "../../../../src/site/landscape.ts";
import { plotLandscape } from "../../../../src/site/landscape-plot.ts";
import { writeLicence, writeOld, writeState } from "../../../../src/site/landscape-words.ts";
import { languages } from "../../../../src/site/languages.ts";
import { writeArticleMarkdown } from "../../../../src/site/markdown-page.ts";
import { drawPlot, listPlotRows } from "../../../../src/site/plot.ts";
import { shortCitation } from "../../../../src/site/references.ts";
import { fillIn, stringsOf } from "../../../../src/site/strings.ts";

const catalog = loadCatalog();
const { landscape, references } = catalog;
const article = catalog.articles.find(({ slug }) => slug === "full-stack-infrastructure");
assert.ok(article);

describe("the landscape of tools", () => {
  test("holds every tool that the older tables of the article named, each once", () => {
    const older = {
      framework: ["PyTorch", "TensorFlow", "JAX"],
      resources: ["Slurm", "Docker", "Kubernetes", "Kubeflow", "SkyPilot"],
      software: ["uv", "Poetry", "conda", "pip-tools"],
      platform: ["AWS SageMaker", "Anyscale", "Grid.ai", "Determined AI"],
      experiments: ["TensorBoard", "MLflow", "Weights & Biases", "Neptune", "Comet ML"],
      "all-in-one": ["Gradient", "Domino Data Lab"],
    };
    for (const [kind, names] of Object.entries(older)) {
      const listed = landscape.filter((tool) => tool.kind === kind).map(({ name }) => name);
      for (const name of names) assert.ok(listed.includes(name), `${kind}: ${name}`);
    }
    assert.equal(new Set(landscape.map(({ name }) => name)).size, landscape.length);
  });

  test("stands in the order of the kinds, and every kind has tools", () => {
    const kinds = landscape.map(({ kind }) => kind);
    assert.deepEqual([...new Set(kinds)], [...toolKinds]);
    assert.deepEqual(
      kinds,
      kinds.toSorted((a, b) => toolKinds.indexOf(a) - toolKinds.indexOf(b)),
    );
  });

  test("dates no change later than the newest of its sources, nor in the future", () => {
    for (const { id, since, sources } of landscape) {
      if (!since) continue;
      const newest = Math.max(...sources.map((source) => references.get(source)?.year ?? 0));
      const year = Number(since.slice(0, 4));
      assert.ok(since <= "2026-11", id);
      // Neptune announced in 2025 when it would end.
      assert.ok(year <= newest || id === "neptune", `${id}: ${since} and ${newest}`);
    }
  });

  test("has a word for each state and kind in both languages, and a sign of its own each state", () => {
    for (const lang of languages) {
      const { toolKind: kinds, toolState: states } = stringsOf(lang);
      assert.deepEqual(Object.keys(kinds), [...toolKinds]);
      assert.deepEqual(Object.keys(states), [...toolStates]);
      assert.equal(new Set(Object.values(states)).size, toolStates.length);
    }
    assert.equal(new Set(Object.values(stateSigns)).size, toolStates.length);
    const component = readFileSync("src/components/Landscape.astro", "utf8");
    for (const state of toolStates)
      assert.ok(component.includes(`.${state} { --sign: "${stateSigns[state]}"`), state);
  });

  test("writes dates, licences and older words as each language does", () => {
    const slurm = landscape.find(({ id }) => id === "slurm");
    const tensorboard = landscape.find(({ id }) => id === "tensorboard");
    assert.ok(slurm && tensorboard);
    assert.equal(writeState(slurm, "zh"), "易主，2025 年 12 月");
    assert.equal(writeState(slurm, "en"), "Acquired, December 2025");
    assert.equal(writeState({ ...slurm, since: "2025" }, "en"), "Acquired, 2025");
    assert.equal(writeState({ ...tensorboard, since: "2025" }, "zh"), "在更新");
    assert.equal(writeLicence(slurm, "en"), "GPL-2.0");
    assert.equal(writeLicence({ ...slurm, licence: "closed" }, "zh"), "不开源");
    assert.equal(writeOld(slurm, "en"), "");
    assert.match(writeOld(tensorboard, "en"), /^In 2022: good for one/i);
  });
});

describe("the article on infrastructure", () => {
  test("shows each kind of tool once and the counts once, in the same order in both languages", () => {
    for (const lang of languages) {
      const shown: RegExpExecArray[] = [
        ...article.body[lang].matchAll(/<Landscape kind="([^"]+)" \/>/g),
      ];
      assert.deepEqual(
        shown.map(([, kind]) => kind),
        [
          "software",
          "framework",
          "hub",
          "distributed",
          "cloud",
          "resources",
          "platform",
          "experiments",
          "all-in-one",
        ],
      );
      assert.equal(article.body[lang].split("<LandscapeCounts />").length, 2);
    }
  });

  test("lists the sources of its tools, and they know that it cites them", () => {
    const listed = sourcesOfArticle(article, catalog);
    const citing = collectCitingPages(catalog, citeData());
    for (const id of landscape.flatMap(({ sources }) => sources)) {
      assert.ok(references.has(id), id);
      assert.ok(listed.includes(id), id);
      assert.ok(
        citing.get(id)?.some(({ path }) => path.includes(article.slug)),
        id,
      );
    }
    const other = catalog.articles.find(({ slug }) => slug === "dvc");
    assert.ok(other && !sourcesOfArticle(other, catalog).includes("pypa2026piptools"));
  });

  test("says how many tools it has and how many have changed", () => {
    const changed = landscape.filter(({ state }) => !["active", "unknown"].includes(state)).length;
    for (const text of [article.body.zh, article.summary.zh.join()]) {
      assert.ok(text.includes(`${landscape.length} 种工具`));
      assert.ok(text.includes(`有 ${changed} 种`));
    }
    for (const text of [article.body.en, article.summary.en.join()])
      assert.ok(text.includes(`Of the ${landscape.length} tools of this article ${changed} have`));
  });

  test("has the tools in its Markdown edition, as tables with their sources", () => {
    for (const lang of languages) {
      const markdown = writeArticleMarkdown(catalog, article, lang);
      assert.doesNotMatch(markdown, /<Landscape/);
      for (const tool of landscape) {
        const row: string | undefined = markdown
          .split("\n")
          .find((line) => line.startsWith(`| ${tool.name}`));
        assert.ok(row, tool.id);
        assert.ok(row.includes(tool.today[lang]), tool.id);
        assert.ok(row.includes(tool.use[lang]), tool.id);
        assert.ok(row.includes(tool.maker[lang]), tool.id);
        for (const id of tool.sources) {
          const source = references.get(id);
          assert.ok(source && row.includes(shortCitation(source, lang)), `${tool.id}: ${id}`);
        }
      }
      assert.ok(markdown.includes(plotLandscape(landscape).alt[lang]));
    }
  });
});

describe("the counts of tools", () => {
  const plot = plotLandscape(landscape);

  test("add up to all tools, kind by kind and state by state", () => {
    for (const lang of languages) {
      const { toolKind: kinds, toolState: states } = stringsOf(lang);
      const rows = listPlotRows(plot, lang);
      assert.equal(
        rows.reduce((sum, { y }) => sum + y, 0),
        landscape.length,
      );
      for (const { series, name, y } of rows) {
        const tools = landscape.filter(
          (tool) => kinds[tool.kind] === name && series.endsWith(` ${states[tool.state]}`),
        );
        assert.equal(tools.length, y, `${name}, ${series}`);
      }
      assert.equal(
        plot.caption[lang],
        fillIn(stringsOf(lang).landscape.caption, { total: landscape.length }),
      );
    }
  });

  test("are drawn as one sign for each tool", () => {
    const signs = drawPlot(plot, "zh").split('aria-label="dot"')[1] ?? "";
    assert.equal(signs.split("</g>")[0]?.split("<path").length, landscape.length + 1);
  });

  test("are told in a sentence, state by state", () => {
    const retired = landscape.filter(({ state }) => state === "retired").length;
    assert.match(plot.alt.en, new RegExp(`^Active \\d+, .*Retired ${retired}\\.$`));
    assert.match(plot.alt.zh, new RegExp(`^在更新 \\d+，.*停用 ${retired}。$`));
  });
});
