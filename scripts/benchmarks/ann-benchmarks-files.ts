import {
  type Cells,
  type PublishedRow,
  readNumber,
  readPositive,
  readText,
} from "./published-row.ts";

/** How each file of the ann-benchmarks family is read. */
export const annBenchmarksFiles: Record<string, (cells: Cells) => PublishedRow> = {
  "annb-results-2016.csv": (cells) => ({
    ...readNames(cells, "annb-2016"),
    figures: {
      recall: readNumber(cells, "precision10"),
      qps: readNumber(cells, "qps"),
      buildSeconds: readNumber(cells, "build_s"),
    },
  }),
  "annb-website-2017.csv": (cells) => ({
    ...readNames(cells, "annb-2017"),
    figures: {
      recall: readNumber(cells, "precision10"),
      qps: readNumber(cells, "qps"),
      indexKb: readNumber(cells, "index_kb"),
    },
  }),
  "annb-milvus-2020.csv": (cells) => ({
    ...readNames(cells, `milvus-2020-${readText(cells, "host")}`),
    figures: readFigures(cells),
  }),
  "role-of-dimensionality-2021.csv": (cells) => ({
    ...readNames(cells, "difficulty-2021"),
    querySet: `${readText(cells, "queryset_measure")}-${readText(cells, "queryset")}`,
    figures: readFigures(cells),
  }),
  "annb-reproducibility-2021.csv": (cells) => ({
    ...readNames(cells, "annb-2021"),
    batch: readText(cells, "batch") === "1",
    figures: { ...readFigures(cells), candidates: readNumber(cells, "candidates") },
  }),
  "annb-hora-fashion-2021.csv": (cells) => ({
    ...readNames(cells, "hora-2021"),
    figures: readFigures(cells),
  }),
  "annb-vektonn-2022.csv": (cells) => ({
    ...readNames(cells, "vektonn-2022"),
    batch: readText(cells, "batch") === "1",
    figures: { recall: readNumber(cells, "recall"), qps: readNumber(cells, "qps") },
  }),
};

function readNames(cells: Cells, run: string): Omit<PublishedRow, "figures"> {
  return {
    dataset: readText(cells, "dataset"),
    run,
    algorithm: readText(cells, "algorithm"),
    parameters: readText(cells, "parameters"),
    k: readNumber(cells, "k"),
  };
}

function readFigures(cells: Cells): PublishedRow["figures"] {
  return {
    recall: readNumber(cells, "recall"),
    epsilonRecall: readNumber(cells, "recall_eps001"),
    largeEpsilonRecall: readNumber(cells, "recall_eps01"),
    relativeError: readNumber(cells, "rel_error"),
    qps: readNumber(cells, "qps"),
    buildSeconds: readNumber(cells, "build_s"),
    indexKb: readNumber(cells, "index_kb"),
    distanceComputations: readPositive(cells, "dist_comps"), // 0 where the library does not count
  };
}
