import assert from "node:assert/strict";
import { test } from "node:test";
import { searchExact } from "../../../../../demos/benchmarks/live/exact.ts";
import { type GpuExact, pickNearest } from "../../../../../demos/benchmarks/live/gpu-exact.ts";
import type {
  GpuReport,
  LiveEvent,
  LivePoint,
} from "../../../../../demos/benchmarks/live/live-event.ts";
import { measureLive } from "../../../../../demos/benchmarks/live/measure.ts";
import type { OpenGpu } from "../../../../../demos/benchmarks/live/measure-gpu.ts";
import {
  contestantIds,
  createPlan,
  type LivePlan,
} from "../../../../../demos/benchmarks/live/plan.ts";
import { readVector, squaredDistance } from "../../../../../demos/benchmarks/live/vectors.ts";
import { GpuFault } from "../../../../../demos/kit/gpu.ts";

const plan: LivePlan = { ...createPlan(), n: 500, d: 16, clusters: 5, nlist: 8, trees: 4 };

/** A clock that ticks 0.25 ms at every look. */
function createClock(): () => number {
  let time = 0;
  return () => (time += 0.25);
}

const noGpu: OpenGpu = () => Promise.reject(new GpuFault("no-adapter"));

/** A GPU that computes on the CPU, with a factor on its distances, and fails after some searches. */
function fakeGpu({ factor = 1, searches = Number.POSITIVE_INFINITY } = {}) {
  const state = { closed: false };
  let left = searches;
  const open: OpenGpu = async (base, queries): Promise<GpuExact> => ({
    adapter: "test",
    software: false,
    close: () => {
      state.closed = true;
    },
    async search(from, to, k) {
      if (left-- <= 0) throw new Error("device is lost");
      return Array.from({ length: to - from }, (_, i) => {
        const query = readVector(queries, from + i);
        const distances = Float32Array.from({ length: base.count }, (_, id) => {
          return factor * squaredDistance(base.values, id * base.d, query, 0, base.d);
        });
        return pickNearest(distances, k);
      });
    },
  });
  return { open, state };
}

async function collect(asked: LivePlan, openGpu = noGpu): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  for await (const event of measureLive(asked, createClock(), openGpu)) events.push(event);
  return events;
}

function readPoints(events: LiveEvent[]): LivePoint[] {
  return events.flatMap((event) => (event.kind === "point" ? [event.point] : []));
}

function readGpuReports(events: LiveEvent[]): GpuReport[] {
  return events.flatMap((event) => (event.kind === "gpu" ? [event.report] : []));
}

test("every contestant gives a curve that rises to recall 1 and ends there", async () => {
  const points = readPoints(await collect(plan));
  for (const contestant of plan.contestants) {
    const recalls = points.filter((point) => point.contestant === contestant).map((p) => p.recall);
    assert.ok(recalls.length > 0, contestant);
    assert.equal(recalls.at(-1), 1, contestant);
    assert.equal(recalls.filter((recall) => recall === 1).length, 1, contestant);
  }
});

test("brute force has recall 1 and an index of exactly the vectors", async () => {
  const [point, ...others] = readPoints(await collect({ ...plan, contestants: ["brute-force"] }));
  assert.equal(others.length, 0);
  assert.equal(point?.recall, 1);
  assert.equal(point?.indexKb, (500 * 16 * 4) / 1024);
});

test("throughput is queries over the clock's time, whatever the pauses between slices", async () => {
  // 200 queries look at the clock 25 times (every 8) plus twice for the edges of a slice: with
  // 0.25 ms per look a round of one slice lasts (25 + 1) × 0.25 = 6.5 ms.
  const asked = { ...plan, contestants: ["brute-force"] as LivePlan["contestants"] };
  const [point] = readPoints(await collect(asked));
  const rounds = Math.ceil(30 / 6.5);
  const perRound = (rounds * 25 * 0.25 + 0.25) / rounds;
  assert.ok(Math.abs((point?.qps ?? 0) - 200_000 / perRound) < 0.02 * (200_000 / perRound));
});

test("equal plans give equal recalls and index sizes", async () => {
  const read = async () =>
    readPoints(await collect(plan)).map(({ qps, buildSeconds, ...rest }) => rest);
  assert.deepEqual(await read(), await read());
});

test("a contestant's answers do not depend on who else runs", async () => {
  const alone = readPoints(await collect({ ...plan, contestants: ["hnsw"] }));
  const together = readPoints(await collect(plan)).filter((p) => p.contestant === "hnsw");
  assert.deepEqual(
    alone.map((p) => p.recall),
    together.map((p) => p.recall),
  );
});

test("progress never falls within one stage and stays between 0 and 1", async () => {
  let before = { place: "", share: 0 };
  for (const event of await collect(plan)) {
    if (event.kind !== "progress") continue;
    const place = [event.stage, event.contestant, event.parameters].join("|");
    assert.ok(event.share >= 0 && event.share <= 1);
    assert.ok(place !== before.place || event.share >= before.share, place);
    before = { place, share: event.share };
  }
});

test("a GPU that agrees is measured one query at a time and as a batch, and closed", async () => {
  const { open, state } = fakeGpu();
  const events = await collect({ ...plan, contestants: ["brute-force-webgpu"] }, open);
  assert.deepEqual(
    readPoints(events).map(({ batch, recall, engine }) => ({ batch, recall, engine })),
    [false, true].map((batch) => ({
      batch,
      recall: 1,
      engine: { kind: "webgpu", adapter: "test", software: false },
    })),
  );
  const [report] = readGpuReports(events);
  assert.ok(report?.state === "used" && report.error < 1e-6);
  assert.ok(state.closed);
});

test("a GPU whose distances are off by 0.1% is refused, measured by nobody, and closed", async () => {
  const { open, state } = fakeGpu({ factor: 1.002 });
  const events = await collect({ ...plan, contestants: ["brute-force-webgpu"] }, open);
  assert.equal(readPoints(events).length, 0);
  assert.deepEqual(
    readGpuReports(events).map((report) => report.state === "refused" && report.why),
    ["disagrees"],
  );
  assert.ok(state.closed);
});

test("a GPU that is lost in the middle is reported, and the others still run", async () => {
  const { open, state } = fakeGpu({ searches: 5 });
  const asked: LivePlan = { ...plan, contestants: ["brute-force-webgpu", "brute-force"] };
  const events = await collect(asked, open);
  const last = readGpuReports(events).at(-1);
  assert.deepEqual(last, { state: "refused", why: "lost", detail: "device is lost" });
  assert.deepEqual(
    readPoints(events).map((p) => p.contestant),
    ["brute-force"],
  );
  assert.ok(state.closed);
});

test("without an adapter the report says so and the CPU contestants give their points", async () => {
  const events = await collect({ ...plan, contestants: [...contestantIds] });
  assert.deepEqual(readGpuReports(events), [{ state: "refused", why: "no-adapter", detail: "" }]);
  assert.equal(new Set(readPoints(events).map((p) => p.contestant)).size, 4);
});

test("a run that is ended closes the GPU", async () => {
  const { open, state } = fakeGpu();
  const run = measureLive({ ...plan, contestants: ["brute-force-webgpu"] }, createClock(), open);
  for await (const event of run) if (event.kind === "gpu") break;
  assert.ok(state.closed);
});

test("picking the nearest agrees with exact search", () => {
  const base = { count: 4, d: 1, values: Float32Array.of(4, 1, 3, 1) };
  const { ids, distances } = pickNearest(Float32Array.of(16, 1, 9, 1), 3);
  assert.deepEqual(ids, searchExact(base, Float32Array.of(0), 3));
  assert.deepEqual([...distances], [1, 1, 9]);
});
