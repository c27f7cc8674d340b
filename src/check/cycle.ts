/** Finds cycles in a directed graph: the edges of one cycle for every edge that closes one. */
export function findCycles<Edge extends { from: string; to: string }>(edges: Edge[]): Edge[][] {
  const leaving = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const cycles: Edge[][] = [];
  const walk = (node: string, path: Edge[]): void => {
    const start = path.findIndex(({ from }) => from === node);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    if (done.has(node)) return;
    for (const edge of leaving.get(node) ?? []) walk(edge.to, [...path, edge]);
    done.add(node);
  };
  for (const node of leaving.keys()) walk(node, []);
  return cycles;
}
