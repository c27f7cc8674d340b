/**
 * `npm run bench`: build time, page weights, search, explorer, models, and how all grow with the
 * catalog.
 * Prints tables and writes test-results/bench.json. `-- --grow 100,1000` chooses the sizes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureBuild } from "./bench/build.ts";
import { measureExplorer } from "./bench/explorer.ts";
import { measureGrowth } from "./bench/growth.ts";
import { compareEngines, measureLimits } from "./bench/models.ts";
import { weighTemplates } from "./bench/page-weights.ts";
import { measureSearch } from "./bench/search.ts";
import { measureTraining } from "./bench/training.ts";

const { values } = parseArgs({ options: { grow: { type: "string", default: "100,1000,5000" } } });
const sizes = values.grow.split(",").map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 0 && size % 2 === 0)) {
  console.error(`invalid --grow: ${values.grow}: give even numbers of pages, e.g. 100,1000`);
  process.exit(1);
}

const build = measureBuild(process.cwd());
show("Build", [build]);
const weights = await weighTemplates();
show("Page weight, gzip, cold cache", weights);
const search = await measureSearch("dist");
show("Search", search);
const explorer = await measureExplorer();
show("Benchmark explorer", explorer);
const limits = await measureLimits();
show("Small models, what the figures promise", limits);
const engines = await compareEngines();
show("Small models, our core and others", engines);
const training = await measureTraining();
show("Training step of the page's LSTM", training);
const growth = [];
for (const size of sizes) {
  console.log(`Growing the catalog by ${size} generated pages …`);
  growth.push(await measureGrowth(size));
  show("Growth", growth);
}
mkdirSync("test-results", { recursive: true });
const result = {
  date: new Date().toISOString(),
  build,
  weights,
  search,
  explorer,
  limits,
  engines,
  training,
  growth,
};
writeFileSync("test-results/bench.json", `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result));

function show(title: string, rows: readonly object[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}
