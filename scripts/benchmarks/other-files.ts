import {
  type Cells,
  type PublishedRow,
  readNumber,
  readPositive,
  readText,
} from "./published-row.ts";

/** How each file from outside the ann-benchmarks family is read. */
export const otherFiles: Record<string, (cells: Cells) => PublishedRow> = {
  "annbench-leaderboard-2021.csv": (cells) => {
    const [, algorithm = "", index = ""] =
      /^(\w+)\((.*)\)$/.exec(readText(cells, "algorithm")) ?? [];
    const query = readText(cells, "query_parameter");
    return {
      dataset: readText(cells, "dataset"),
      run: "annbench-2021",
      algorithm,
      parameters: [index, query === "dummy=0" ? "" : query].filter(Boolean).join(", "),
      k: readNumber(cells, "k"),
      batch: true, // its search call takes all queries
      figures: { recall: readNumber(cells, "recall_at_1"), qps: readNumber(cells, "qps") },
    };
  },
  "bigann-2021-2024.csv": (cells) => {
    const isRange = readText(cells, "dataset") === "ssnpp-1B"; // its k column holds the radius
    const quality = readNumber(cells, "recall_or_ap");
    const queries = readText(cells, "queries");
    return {
      dataset: readText(cells, "dataset"),
      run: nameBigannRun(cells),
      algorithm: readText(cells, "algorithm"),
      parameters: readText(cells, "parameters"),
      k: isRange ? 0 : readNumber(cells, "k"),
      batch: true, // its harness hands over all queries
      querySet: queries === "final runbook" ? "runbook" : queries,
      figures: {
        ...(isRange ? { averagePrecision: quality } : { recall: quality }),
        qps: readNumber(cells, "qps"),
        buildSeconds: readNumber(cells, "build_s"),
        indexKb: readPositive(cells, "index_kb"), // −1 where not measured
        ssdReads: readPositive(cells, "mean_ssd_ios"),
        meanMs: round(readPositive(cells, "mean_latency") / 1000), // µs
      },
    };
  },
  "weaviate-docs-2025.csv": (cells) => ({
    dataset: readText(cells, "dataset"),
    run: "weaviate-2025",
    algorithm: readText(cells, "engine"),
    parameters: readText(cells, "parameters"),
    k: readNumber(cells, "k"),
    figures: {
      recall: readNumber(cells, "recall"),
      qps: readNumber(cells, "qps"),
      meanMs: readNumber(cells, "mean_ms"),
      p99Ms: readNumber(cells, "p99_ms"),
      buildSeconds: readNumber(cells, "import_s"),
    },
  }),
  "small-tables.csv": (cells) => {
    const isN2 = readText(cells, "source") === "n2 docs";
    return {
      dataset: readText(cells, "dataset"),
      run: isN2 ? "n2-2020" : "elastiknn-2024",
      algorithm: readText(cells, "algorithm"),
      parameters: readText(cells, "parameters"),
      k: isN2 ? 0 : 10, // N2 states none
      figures: { recall: readNumber(cells, "recall"), qps: readNumber(cells, "qps") },
    };
  },
};

function nameBigannRun(cells: Cells): string {
  const year = { neurips21: 2021, neurips23: 2023, "neurips23 ongoing (2024)": 2024 }[
    readText(cells, "event")
  ];
  const hardware = readText(cells, "hardware").toLowerCase();
  const machine = ["f32s", "l8s", "d8lds", "c6i"].find((name) => hardware.includes(name));
  return `bigann-${year}-${machine}`;
}

function round(value: number): number {
  return Number.isNaN(value) ? value : Number(value.toPrecision(6));
}
