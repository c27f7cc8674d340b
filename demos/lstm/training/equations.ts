import type { CellKind } from "./network-shape.ts";

/** The equations of each cell, `_{…}` marking what is written below the line. */
export const equations: Record<CellKind, readonly string[]> = {
  rnn: ["h_{t} = tanh(W x_{t} + U h_{t−1} + b)"],
  gru: [
    "r = σ(W_{r} x_{t} + U_{r} h_{t−1} + b_{r})",
    "z = σ(W_{z} x_{t} + U_{z} h_{t−1} + b_{z})",
    "n = tanh(W_{n} x_{t} + b_{n} + r ⊙ U_{n} h_{t−1})",
    "h_{t} = (1 − z) ⊙ n + z ⊙ h_{t−1}",
  ],
  lstm: [
    "i = σ(W_{i} x_{t} + U_{i} h_{t−1} + b_{i})",
    "f = σ(W_{f} x_{t} + U_{f} h_{t−1} + b_{f})",
    "g = tanh(W_{g} x_{t} + U_{g} h_{t−1} + b_{g})",
    "o = σ(W_{o} x_{t} + U_{o} h_{t−1} + b_{o})",
    "c_{t} = f ⊙ c_{t−1} + i ⊙ g",
    "h_{t} = o ⊙ tanh(c_{t})",
  ],
};

export interface EquationPart {
  text: string;
  isBelow: boolean;
}

export function splitEquation(equation: string): EquationPart[] {
  return equation
    .split(/_\{([^}]*)\}/)
    .map((text, i) => ({ text, isBelow: i % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
