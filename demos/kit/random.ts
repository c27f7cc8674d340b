/** A seeded stream of random numbers: equal seeds give equal streams on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Uniform integer in [0, n). */
  integer(n: number): number;
  /** Normal with mean 0 and variance 1. */
  normal(): number;
}

/** Small fast counting generator sfc32 (Doty-Humphrey, PractRand), state filled by splitmix32. */
export function createRandom(seed: number): Random {
  let mix = seed | 0;
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;
  let spare: number | undefined;
  for (let round = 0; round < 12; round++) uniform();
  return { uniform, integer, normal };

  function splitmix(): number {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  }

  function uniform(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  function integer(n: number): number {
    return Math.floor(uniform() * n);
  }

  /** Polar method (Marsaglia and Bray, 1964): two values per draw, the second one is kept. */
  function normal(): number {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * scale;
      return u * scale;
    }
  }
}

/** The integers 0 … n − 1 in random order (Fisher and Yates). */
export function shuffleIndices(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}
