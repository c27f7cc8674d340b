/** Pairs (key, id) taken out smallest key first: a binary min-heap that grows as needed. */
export class PriorityQueue {
  #keys = new Float64Array(256);
  #ids = new Int32Array(256);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Smallest key; infinite when empty. */
  get key(): number {
    return this.#size > 0 ? (this.#keys[0] ?? 0) : Number.POSITIVE_INFINITY;
  }

  clear(): void {
    this.#size = 0;
  }

  push(key: number, id: number): void {
    if (this.#size === this.#ids.length) this.#grow();
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#keys[parent] ?? 0;
      if (above <= key) break;
      this.#keys[at] = above;
      this.#ids[at] = this.#ids[parent] ?? 0;
      at = parent;
    }
    this.#keys[at] = key;
    this.#ids[at] = id;
  }

  /** Id of the smallest key, taken out; −1 when empty. */
  pop(): number {
    if (this.#size === 0) return -1;
    const top = this.#ids[0] ?? 0;
    const size = --this.#size;
    const key = this.#keys[size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (this.#keys[child + 1] ?? 0) < (this.#keys[child] ?? 0)) child++;
      const below = this.#keys[child] ?? 0;
      if (below >= key) break;
      this.#keys[at] = below;
      this.#ids[at] = this.#ids[child] ?? 0;
      at = child;
    }
    this.#keys[at] = key;
    this.#ids[at] = this.#ids[size] ?? 0;
    return top;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const ids = new Int32Array(this.#ids.length * 2);
    keys.set(this.#keys);
    ids.set(this.#ids);
    this.#keys = keys;
    this.#ids = ids;
  }
}
