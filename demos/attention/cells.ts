import { type CellCheck, checkScaled, checkSum, checkWeight } from "./check-cell.ts";
import type { Run } from "./run.ts";
import type { HeadDetail } from "./sheet.ts";
import type { LinearName } from "./tasks.ts";

/** A number on the page that can be worked out again. */
export type Cell = { layer: number; head: number; t: number } & (
  | { kind: "query" | "key" | "value" | "output" | "projection"; index: number }
  | { kind: "score" | "scaled" | "weight"; key: number }
  | { kind: "logit"; token: number }
);

/** The row of a weight matrix that a cell is made with, if it is made with one. */
export function findNeededRow(
  cell: Cell,
  d: number,
): { layer: number; linear: LinearName; row: number } | undefined {
  const { layer, head } = cell;
  switch (cell.kind) {
    case "query":
    case "key":
    case "value":
      return { layer, linear: cell.kind, row: head * d + cell.index };
    case "projection":
      return { layer, linear: "output", row: cell.index };
    case "logit":
      return { layer, linear: "head", row: cell.token };
    default:
      return undefined;
  }
}

/** Works a cell of one head out from the head's own numbers; for the kinds that need no weights. */
export function checkHeadCell(detail: HeadDetail, cell: Cell, T: number): CellCheck | undefined {
  const d = detail.Q.length / T;
  const { t } = cell;
  const q = detail.Q.subarray(t * d, (t + 1) * d);
  if (cell.kind === "output") {
    const row = detail.weights.subarray(t * T, (t + 1) * T);
    const column = row.map((_, j) => detail.V[j * d + cell.index] ?? 0);
    return checkSum(row, column, detail.output[t * d + cell.index] ?? 0);
  }
  if (!("key" in cell)) return undefined;
  const at = t * T + cell.key;
  const k = detail.K.subarray(cell.key * d, (cell.key + 1) * d);
  if (cell.kind === "score") return checkSum(q, k, detail.scores[at] ?? 0);
  if (cell.kind === "scaled") return checkScaled(q, k, detail.divisor, detail.scaled[at] ?? 0);
  return checkWeight(detail.masked.subarray(t * T, (t + 1) * T), cell.key, detail.weights[at] ?? 0);
}

/** Works a cell out from the row of weights that made it. */
export function checkLinearCell(
  run: Run,
  cell: Cell,
  { weights, bias }: { weights: Float32Array; bias: number },
): CellCheck | undefined {
  const block = run.blocks[cell.layer];
  const { width: D, headWidth: d } = run;
  if (!block) return undefined;
  const { t } = cell;
  const take = (X: Float32Array) => X.subarray(t * D, (t + 1) * D);
  switch (cell.kind) {
    case "query":
      return checkSum(
        weights,
        take(block.norm1),
        take(block.rawQ)[cell.head * d + cell.index] ?? 0,
        bias,
      );
    case "key":
      return checkSum(
        weights,
        take(block.norm1),
        take(block.rawK)[cell.head * d + cell.index] ?? 0,
        bias,
      );
    case "value":
      return checkSum(
        weights,
        take(block.norm1),
        take(block.V)[cell.head * d + cell.index] ?? 0,
        bias,
      );
    case "projection":
      return checkSum(weights, take(block.concat), take(block.projection)[cell.index] ?? 0, bias);
    case "logit": {
      const V = run.logits.length / run.T;
      return checkSum(weights, take(run.final), run.logits[t * V + cell.token] ?? 0, bias);
    }
    default:
      return undefined;
  }
}
