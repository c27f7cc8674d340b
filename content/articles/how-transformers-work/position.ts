/** The sinusoidal position code (Vaswani et al. 2017, section 3.5): [d], d even. */
export function encodePosition(position: number, d: number): number[] {
  return Array.from({ length: d }, (_, c) => {
    const angle = position / 10000 ** ((c - (c % 2)) / d);
    return c % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
