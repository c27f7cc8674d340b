import type { Gate } from "./gate-sum.ts";
import { productOf, type ShownSum } from "./session.ts";

/** A gate's sum added up again, line by line. */
export interface Check {
  lines: {
    from: "x" | "h";
    index: number;
    weight: number;
    value: number;
    product: number;
    total: number;
  }[];
  rest: { count: number; total: number };
  total: number; // with the bias, which comes last
  value: number; // σ or tanh of it
  difference: number; // from what the network computed
}

export function checkGate(gate: Gate, { terms, rest, bias, kept }: ShownSum): Check {
  let total = 0;
  const lines = terms.map((term) => {
    const product = productOf(term);
    total += product;
    return { ...term, product, total };
  });
  const restTotal = total + rest.sum;
  total = restTotal + bias;
  const value = gate === "g" ? Math.tanh(total) : 1 / (1 + Math.exp(-total));
  return {
    lines,
    rest: { count: rest.count, total: restTotal },
    total,
    value,
    difference: value - kept,
  };
}
