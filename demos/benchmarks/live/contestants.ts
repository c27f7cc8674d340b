import type { Random } from "../../kit/random.ts";
import { searchExact } from "./exact.ts";
import { countHnswBytes, searchHnsw } from "./hnsw.ts";
import { buildHnsw } from "./hnsw-build.ts";
import { buildInvertedFile, countInvertedFileBytes, searchInvertedFile } from "./inverted-file.ts";
import type { ContestantId, LivePlan } from "./plan.ts";
import {
  buildProjectionForest,
  countForestBytes,
  searchProjectionForest,
} from "./projection-forest.ts";
import type { Vectors } from "./vectors.ts";

/** An index ready for queries, with the settings to measure, from fast to thorough. */
export interface Contestant {
  bytes: number; // added to the vectors
  settings: Setting[];
}

export interface Setting {
  parameters: string;
  search(query: Float32Array): Int32Array;
}

export type CpuContestantId = Exclude<ContestantId, "brute-force-webgpu">;

type Build = (base: Vectors, plan: LivePlan, random: Random) => Generator<number, Contestant>;

export const builds: Record<CpuContestantId, Build> = {
  *"brute-force"(base, { k }) {
    return {
      bytes: 0,
      settings: [{ parameters: "exact", search: (query) => searchExact(base, query, k) }],
    };
  },

  *"inverted-file"(base, { k, nlist }, random) {
    const index = yield* buildInvertedFile(base, { nlist }, random);
    return {
      bytes: countInvertedFileBytes(index),
      settings: listDoublings(1, nlist).map((nprobe) => ({
        parameters: `nlist=${nlist} nprobe=${nprobe}`,
        search: (query) => searchInvertedFile(index, query, k, nprobe),
      })),
    };
  },

  *"projection-forest"(base, { k, trees, leaf }, random) {
    const forest = yield* buildProjectionForest(base, { trees, leaf }, random);
    return {
      bytes: countForestBytes(forest),
      settings: listDoublings(Math.max(k, leaf), base.count).map((budget) => ({
        parameters: `trees=${trees} leaf=${leaf} budget=${budget}`,
        search: (query) => searchProjectionForest(forest, query, k, budget),
      })),
    };
  },

  *hnsw(base, { k, M, efConstruction }, random) {
    const graph = yield* buildHnsw(base, { M, efConstruction }, random);
    return {
      bytes: countHnswBytes(graph),
      settings: listDoublings(k, Math.min(MOST_EF, base.count)).map((ef) => ({
        parameters: `M=${M} efConstruction=${efConstruction} ef=${ef}`,
        search: (query) => searchHnsw(graph, query, k, ef),
      })),
    };
  },
};

const MOST_EF = 1000;

/** from, 2·from, 4·from … and `to` itself at the end. */
export function listDoublings(from: number, to: number): number[] {
  const values: number[] = [];
  for (let value = from; value < to; value *= 2) values.push(value);
  return [...values, to];
}
