import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import {
  type Hashes,
  judgeStages,
  type Run,
  type Stage,
} from "../../../../content/articles/dvc/stale.ts";
import { loadCatalog } from "../../../../src/site/catalog.ts";

const train: Stage = {
  name: "train",
  cmd: "python train.py",
  deps: ["corpus.txt", "train.py", "params:rate"],
  outs: ["model.pt"],
};
const exporting: Stage = {
  name: "export",
  cmd: "python export.py",
  deps: ["model.pt", "export.py"],
  outs: ["model.onnx"],
};
const stages = [exporting, train]; // written in the wrong order on purpose
const files: Hashes = {
  "corpus.txt": "c1",
  "train.py": "t1",
  "params:rate": "0.004",
  "model.pt": "m1",
  "export.py": "e1",
  "model.onnx": "o1",
};
const lock = record(stages, files);

test("nothing runs when nothing changed, and stages come in the order of their dependencies", () => {
  const verdicts = judgeStages(stages, files, lock);
  assert.deepEqual([...verdicts], Object.entries({ train: "fresh", export: "fresh" }));
});

test("a changed parameter reruns training; export waits for what training gives", () => {
  const verdicts = judgeStages(stages, { ...files, "params:rate": "0.002" }, lock);
  assert.deepEqual(Object.fromEntries(verdicts), { train: "stale", export: "waiting" });
});

test("once training has run and given the same model, export is fresh", () => {
  const changed = { ...files, "params:rate": "0.002" };
  const after = { ...lock, train: record([train], changed)["train"] as Run };
  assert.equal(judgeStages(stages, changed, after).get("export"), "fresh");
});

test("a missing or edited output, another command and a stage never run are stale", () => {
  const { "model.onnx": _, ...without } = files;
  assert.equal(judgeStages(stages, without, lock).get("export"), "stale");
  assert.equal(judgeStages(stages, { ...files, "model.onnx": "o2" }, lock).get("export"), "stale");
  const renamed = { ...train, cmd: "python train.py --fast" };
  assert.equal(judgeStages([renamed, exporting], files, lock).get("train"), "stale");
  assert.deepEqual([...judgeStages(stages, files, {}).values()], ["stale", "stale"]);
});

test("a circle of stages and an output with two makers are refused", () => {
  const circle = { ...train, deps: ["model.onnx"] };
  assert.throws(() => judgeStages([circle, exporting], files, {}), /waits for itself/);
  assert.throws(() => judgeStages([train, { ...train, name: "again" }], files, {}), /two stages/);
});

if (existsSync("models/dvc.yaml")) {
  test("the plot counts what each change reruns in this project's own pipeline", () => {
    const own = readOwnStages();
    const paths = own.flatMap(({ deps, outs }) => [...deps, ...outs]);
    const before = Object.fromEntries(paths.map((path) => [path, "then"]));
    const figure = loadCatalog().articles.find(({ slug }) => slug === "dvc")?.figures["changes"];
    assert.ok(figure?.kind === "plot");
    const changes = [
      "corpora/tang-quatrains.txt",
      "characters/optimiser.py",
      "characters/lstm.py",
      "characters/card.py",
      "params:models.tang-lstm",
    ];
    changes.forEach((path, i) => {
      assert.ok(paths.includes(path), `${path} is read by no stage`);
      const verdicts = judgeStages(own, { ...before, [path]: "now" }, record(own, before));
      const counts = ["stale", "waiting"].map(
        (kind) => [...verdicts.values()].filter((verdict) => verdict === kind).length,
      );
      assert.deepEqual(
        figure.series.map(({ points }) => points[i]?.[1]),
        counts,
        path,
      );
    });
  });
}

function record(all: Stage[], hashes: Hashes): Record<string, Run> {
  const pick = (paths: readonly string[]): Hashes =>
    Object.fromEntries(paths.map((path) => [path, hashes[path] ?? ""]));
  return Object.fromEntries(
    all.map(({ name, cmd, deps, outs }) => [name, { cmd, deps: pick(deps), outs: pick(outs) }]),
  );
}

interface Template {
  foreach: Record<string, Record<string, string>>;
  do: Record<"cmd", string> &
    Partial<Record<"deps" | "params" | "outs" | "metrics" | "plots", (string | object)[]>>;
}

/** Expands the `foreach` stages of models/dvc.yaml. */
function readOwnStages(): Stage[] {
  const document = parse(readFileSync("models/dvc.yaml", "utf8"), { merge: true });
  const templates = Object.entries(document.stages as Record<string, Template>);
  return templates.flatMap(([name, { foreach, do: body }]) =>
    Object.entries(foreach).map(([key, item]): Stage => {
      const fill = (entry: string | object): string =>
        (typeof entry === "string" ? entry : (Object.keys(entry)[0] ?? ""))
          .replaceAll("$" + "{key}", key)
          .replaceAll(/\$\{item\.(\w+)\}/g, (_, field: string) => item[field] ?? "");
      return {
        name: `${name}@${key}`,
        cmd: fill(body.cmd),
        deps: [
          ...(body.deps ?? []).map(fill),
          ...(body.params ?? []).map((entry) => `params:${fill(entry)}`),
        ],
        outs: [...(body.outs ?? []), ...(body.metrics ?? []), ...(body.plots ?? [])].map(fill),
      };
    }),
  );
}
