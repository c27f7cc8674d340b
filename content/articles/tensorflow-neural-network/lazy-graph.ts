/** A node of a graph: nothing is computed until `run` asks for it. */
export interface GraphNode {
  name: string;
  inputs: GraphNode[];
  compute?: (...values: number[]) => number; // a placeholder has none
}

/** A hole in the graph that each run fills anew. */
export const placeholder = (name: string): GraphNode => ({ name, inputs: [] });

export const constant = (value: number): GraphNode => ({
  name: String(value),
  inputs: [],
  compute: () => value,
});

export const add = (a: GraphNode, b: GraphNode): GraphNode => ({
  name: `(${a.name} + ${b.name})`,
  inputs: [a, b],
  compute: (x, y) => x + y,
});

export const multiply = (a: GraphNode, b: GraphNode): GraphNode => ({
  name: `${a.name} · ${b.name}`,
  inputs: [a, b],
  compute: (x, y) => x * y,
});

/** Computes a node and only what it depends on, each node once. Throws for an unfilled placeholder. */
export function run(target: GraphNode, feed: ReadonlyMap<GraphNode, number>): number {
  const known = new Map(feed);
  const evaluate = (node: GraphNode): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    if (!node.compute) throw new Error(`missing value of ${node.name}: put it into feed`);
    const value = node.compute(...node.inputs.map(evaluate));
    known.set(node, value);
    return value;
  };
  return evaluate(target);
}
