import assert from "node:assert/strict";
import { test } from "node:test";
import { searchExact } from "../../../../../demos/benchmarks/live/exact.ts";
import { searchHnsw } from "../../../../../demos/benchmarks/live/hnsw.ts";
import { buildHnsw, selectNeighbours } from "../../../../../demos/benchmarks/live/hnsw-build.ts";
import {
  buildInvertedFile,
  searchInvertedFile,
} from "../../../../../demos/benchmarks/live/inverted-file.ts";
import {
  buildProjectionForest,
  searchProjectionForest,
} from "../../../../../demos/benchmarks/live/projection-forest.ts";
import { measureDistances, measureRecall } from "../../../../../demos/benchmarks/live/recall.ts";
import {
  drawDataSet,
  readVector,
  squaredDistance,
  type Vectors,
} from "../../../../../demos/benchmarks/live/vectors.ts";
import { createRandom } from "../../../../../demos/kit/random.ts";

const k = 10;
const plan = { n: 2000, d: 32, clusters: 20, queries: 50 };
const { base, queries } = drawDataSet(plan, createRandom(1));
const Q = Array.from({ length: plan.queries }, (_, i) => readVector(queries, i));
const truth = Q.map((query) => searchExact(base, query, k));

/** Runs a build to its end. */
function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value >= 0 && step.value <= 1, "progress is a share");
  }
}

function averageRecall(answers: Int32Array[]): number {
  const sum = answers.reduce((total, ids, i) => {
    const query = Q[i] ?? new Float32Array();
    const kth = measureDistances(base, query, truth[i] ?? new Int32Array())[k - 1] ?? 0;
    return total + measureRecall(measureDistances(base, query, ids), kth, k);
  }, 0);
  return sum / answers.length;
}

test("a data set has the asked sizes and does not hold its queries", () => {
  assert.equal(base.values.length, plan.n * plan.d);
  assert.equal(queries.values.length, plan.queries * plan.d);
  for (const query of Q) {
    const [nearest] = searchExact(base, query, 1);
    assert.ok(squaredDistance(base.values, (nearest ?? 0) * base.d, query, 0, base.d) > 0);
  }
});

test("the squared distance of (1, 2, 3, 4, 5) and (2, 4, 6, 8, 10) is 55", () => {
  const A = Float32Array.of(0, 1, 2, 3, 4, 5);
  assert.equal(squaredDistance(A, 1, Float32Array.of(2, 4, 6, 8, 10), 0, 5), 55);
});

test("exact search agrees with sorting all distances", () => {
  for (const [i, query] of Q.entries()) {
    const sorted = Array.from({ length: base.count }, (_, id) => ({
      id,
      distance: squaredDistance(base.values, id * base.d, query, 0, base.d),
    })).sort((a, b) => a.distance - b.distance || a.id - b.id);
    assert.deepEqual(
      [...(truth[i] ?? [])],
      sorted.slice(0, k).map(({ id }) => id),
    );
  }
});

test("an inverted file that probes every list agrees with exact search", () => {
  const index = finish(buildInvertedFile(base, { nlist: 25 }, createRandom(2)));
  assert.deepEqual(
    Q.map((query) => searchInvertedFile(index, query, k, 25)),
    truth,
  );
  assert.deepEqual(
    [...index.members].sort((a, b) => a - b),
    [...Array(base.count).keys()],
  );
});

test("an inverted file finds more the more lists it probes", () => {
  const index = finish(buildInvertedFile(base, { nlist: 25 }, createRandom(2)));
  const recalls = [1, 4, 25].map((nprobe) =>
    averageRecall(Q.map((query) => searchInvertedFile(index, query, k, nprobe))),
  );
  assert.ok((recalls[0] ?? 1) < (recalls[1] ?? 0) && (recalls[1] ?? 1) < 1);
  assert.equal(recalls[2], 1);
});

test("more lists than vectors is an error that names the value", () => {
  const build = buildInvertedFile(base, { nlist: 2001 }, createRandom(2));
  assert.throws(() => build.next(), /invalid nlist 2001: only 2000 vectors/);
});

test("a forest whose budget covers all vectors agrees with exact search", () => {
  const forest = finish(buildProjectionForest(base, { trees: 5, leaf: 20 }, createRandom(3)));
  assert.deepEqual(
    Q.map((query) => searchProjectionForest(forest, query, k, base.count)),
    truth,
  );
});

test("every tree of a forest holds every vector once, in leaves of at most the leaf size", () => {
  const { nodes } = finish(buildProjectionForest(base, { trees: 3, leaf: 20 }, createRandom(3)));
  const leaves = nodes.flatMap((node) => ("members" in node ? [node.members] : []));
  assert.ok(leaves.every((members) => members.length <= 20));
  const ids = leaves.flatMap((members) => [...members]).sort((a, b) => a - b);
  assert.deepEqual(
    ids,
    Array.from({ length: 3 * base.count }, (_, i) => Math.floor(i / 3)),
  );
});

test("a forest over equal vectors ends and finds all of them", () => {
  const same: Vectors = { count: 100, d: 4, values: new Float32Array(400).fill(1) };
  const forest = finish(buildProjectionForest(same, { trees: 2, leaf: 8 }, createRandom(4)));
  const ids = searchProjectionForest(forest, new Float32Array(4), 100, 100);
  assert.deepEqual([...ids], [...Array(100).keys()]);
});

test("HNSW reaches recall 0.95 at ef 100 and gives ids near to far", () => {
  const graph = finish(buildHnsw(base, { M: 16, efConstruction: 100 }, createRandom(5)));
  const answers = Q.map((query) => searchHnsw(graph, query, k, 100));
  assert.ok(averageRecall(answers) >= 0.95);
  for (const [i, ids] of answers.entries()) {
    const distances = measureDistances(base, Q[i] ?? new Float32Array(), ids);
    assert.deepEqual(distances, distances.slice().sort());
  }
});

test("no list of an HNSW graph is longer than its layer allows, and none names its owner", () => {
  const graph = finish(buildHnsw(base, { M: 4, efConstruction: 40 }, createRandom(5)));
  for (let node = 0; node < base.count; node++) {
    let list = graph.starts[node] ?? 0;
    for (let layer = 0; layer <= (graph.levels[node] ?? 0); layer++) {
      const most = layer === 0 ? 8 : 4;
      const size = graph.links[list] ?? 0;
      const ids = [...graph.links.subarray(list + 1, list + 1 + size)];
      assert.ok(size <= most && !ids.includes(node) && new Set(ids).size === size);
      assert.ok(ids.every((id) => (graph.levels[id] ?? 0) >= layer));
      list += 1 + most;
    }
  }
});

test("the neighbour heuristic drops a candidate that lies nearer to a chosen one", () => {
  // On a line: node at 0, candidates at 1, 1.5 (nearer to 1 than to 0) and −2.
  const line: Vectors = { count: 4, d: 1, values: Float32Array.of(0, 1, 1.5, -2) };
  assert.deepEqual([...selectNeighbours(line, 0, Int32Array.of(1, 2, 3), 3)], [1, 3]);
  assert.deepEqual([...selectNeighbours(line, 0, Int32Array.of(1, 2, 3), 1)], [1]);
});

test("an HNSW graph of one vector answers with it", () => {
  const one: Vectors = { count: 1, d: 2, values: Float32Array.of(3, 4) };
  const graph = finish(buildHnsw(one, { M: 4, efConstruction: 8 }, createRandom(1)));
  assert.deepEqual([...searchHnsw(graph, Float32Array.of(0, 0), 10, 10)], [0]);
});

test("equal seeds give equal data, indexes and answers, another seed other data", () => {
  const answer = (seed: number): Int32Array[] => {
    const random = createRandom(seed);
    const data = drawDataSet({ n: 500, d: 8, clusters: 5, queries: 20 }, random);
    const lists = finish(buildInvertedFile(data.base, { nlist: 16 }, random));
    const forest = finish(buildProjectionForest(data.base, { trees: 3, leaf: 16 }, random));
    const graph = finish(buildHnsw(data.base, { M: 6, efConstruction: 20 }, random));
    const asked = Array.from({ length: 20 }, (_, i) => readVector(data.queries, i));
    return asked.flatMap((query) => [
      searchInvertedFile(lists, query, 5, 2),
      searchProjectionForest(forest, query, 5, 40),
      searchHnsw(graph, query, 5, 10),
    ]);
  };
  assert.deepEqual(answer(11), answer(11));
  assert.notDeepEqual(answer(11), answer(12));
});
