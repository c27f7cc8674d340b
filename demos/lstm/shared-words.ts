import type { CellKind } from "./cell-kinds.ts";
import type { TracePart } from "./session.ts";

export const countOf = (value: number): string => Math.round(value).toLocaleString("en");
export const milliseconds = (ms: number): string =>
  `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** Where a cell is highest or lowest in a text. */
export interface Extreme {
  at: number;
  character: string;
  value: string;
}

export const symbols: Record<TracePart, string> = {
  i: "i",
  f: "f",
  g: "g",
  o: "o",
  c: "c",
  h: "h",
};

// What stands between two underscores is a subscript.
export const kindEquations: Record<CellKind, string[]> = {
  rnn: ["h = tanh(W x + U h_t−1_ + b)"],
  gru: [
    "r = σ(W_r_ x + U_r_ h_t−1_ + b_r_)",
    "z = σ(W_z_ x + U_z_ h_t−1_ + b_z_)",
    "n = tanh(W_n_ x + U_n_ (r ⊙ h_t−1_) + b_n_)",
    "h = (1 − z) ⊙ n + z ⊙ h_t−1_",
  ],
  lstm: [
    "i = σ(W_i_ x + U_i_ h_t−1_ + b_i_)",
    "f = σ(W_f_ x + U_f_ h_t−1_ + b_f_)",
    "o = σ(W_o_ x + U_o_ h_t−1_ + b_o_)",
    "g = tanh(W_g_ x + U_g_ h_t−1_ + b_g_)",
    "c = f ⊙ c_t−1_ + i ⊙ g",
    "h = o ⊙ tanh(c)",
  ],
};
