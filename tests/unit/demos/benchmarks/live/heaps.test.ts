import assert from "node:assert/strict";
import { test } from "node:test";
import { NearestHeap } from "../../../../../demos/benchmarks/live/nearest-heap.ts";
import { PriorityQueue } from "../../../../../demos/benchmarks/live/priority-queue.ts";
import { createRandom } from "../../../../../demos/kit/random.ts";

test("a heap of k holds the k nearest, near to far, the smaller id first among equals", () => {
  const heap = new NearestHeap(3);
  for (const [distance, id] of [
    [5, 0],
    [2, 9],
    [7, 2],
    [2, 4],
    [5, 1],
  ] as const) {
    heap.offer(distance, id);
  }
  const distances = new Float64Array(3);
  assert.deepEqual([...heap.drain(distances)], [4, 9, 0]);
  assert.deepEqual([...distances], [2, 2, 5]);
  assert.equal(heap.size, 0);
});

test("the bound is infinite until the heap is full and then the distance of the farthest", () => {
  const heap = new NearestHeap(2);
  heap.offer(3, 0);
  assert.equal(heap.bound, Number.POSITIVE_INFINITY);
  heap.offer(8, 1);
  assert.equal(heap.bound, 8);
  assert.equal(heap.offer(9, 2), false);
  assert.equal(heap.offer(1, 3), true);
  assert.equal(heap.bound, 3);
});

test("the heap agrees with sorting for random distances full of ties", () => {
  const random = createRandom(1);
  for (let round = 0; round < 50; round++) {
    const pairs = Array.from({ length: 60 }, (_, id) => ({ id, distance: random.integer(20) }));
    const heap = new NearestHeap(1 + random.integer(30));
    for (const { id, distance } of pairs) heap.offer(distance, id);
    const sorted = pairs.sort((a, b) => a.distance - b.distance || a.id - b.id);
    const size = heap.size;
    assert.deepEqual(
      [...heap.drain()],
      sorted.slice(0, size).map(({ id }) => id),
    );
  }
});

test("a queue gives back everything, smallest key first, also beyond its first size", () => {
  const random = createRandom(2);
  const queue = new PriorityQueue();
  const keys = Array.from({ length: 1000 }, () => random.uniform());
  for (const [id, key] of keys.entries()) queue.push(key, id);
  const popped = Array.from({ length: 1000 }, () => keys[queue.pop()] ?? Number.NaN);
  assert.deepEqual(
    popped,
    keys.sort((a, b) => a - b),
  );
  assert.equal(queue.pop(), -1);
  assert.equal(queue.key, Number.POSITIVE_INFINITY);
});
