/**
 * The k nearest of all pairs offered so far: a binary max-heap, the farthest on top. Among equal
 * distances the smaller id counts as nearer, so the outcome does not depend on the order.
 */
export class NearestHeap {
  readonly #distances: Float64Array;
  readonly #ids: Int32Array;
  #size = 0;

  constructor(capacity: number) {
    this.#distances = new Float64Array(capacity);
    this.#ids = new Int32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size === this.#ids.length;
  }

  /** Distance that a newcomer has to beat: infinite until the heap is full. */
  get bound(): number {
    return this.isFull
      ? (this.#distances[0] ?? Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  }

  clear(): void {
    this.#size = 0;
  }

  /** Takes the pair if it is among the nearest; says whether it did. */
  offer(distance: number, id: number): boolean {
    if (!this.isFull) {
      this.#rise(this.#size++, distance, id);
      return true;
    }
    if (!isFarther(this.#distances[0] ?? 0, this.#ids[0] ?? 0, distance, id)) return false;
    this.#sink(distance, id, this.#size);
    return true;
  }

  /** Empties the heap: ids from near to far; distances into `distances` when given. */
  drain(distances?: Float64Array): Int32Array {
    const ids = new Int32Array(this.#size);
    for (let rank = this.#size - 1; rank >= 0; rank--) {
      ids[rank] = this.#ids[0] ?? 0;
      if (distances) distances[rank] = this.#distances[0] ?? 0;
      this.#sink(this.#distances[rank] ?? 0, this.#ids[rank] ?? 0, rank);
    }
    this.#size = 0;
    return ids;
  }

  #rise(from: number, distance: number, id: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#distances[parent] ?? 0;
      if (!isFarther(distance, id, above, this.#ids[parent] ?? 0)) break;
      this.#distances[at] = above;
      this.#ids[at] = this.#ids[parent] ?? 0;
      at = parent;
    }
    this.#distances[at] = distance;
    this.#ids[at] = id;
  }

  /** Puts the pair at the root of the first `size` places and lets it sink. */
  #sink(distance: number, id: number, size: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      let below = this.#distances[child] ?? 0;
      if (child + 1 < size) {
        const right = this.#distances[child + 1] ?? 0;
        if (isFarther(right, this.#ids[child + 1] ?? 0, below, this.#ids[child] ?? 0)) {
          child++;
          below = right;
        }
      }
      if (!isFarther(below, this.#ids[child] ?? 0, distance, id)) break;
      this.#distances[at] = below;
      this.#ids[at] = this.#ids[child] ?? 0;
      at = child;
    }
    this.#distances[at] = distance;
    this.#ids[at] = id;
  }
}

function isFarther(distance: number, id: number, other: number, otherId: number): boolean {
  return distance > other || (distance === other && id > otherId);
}
