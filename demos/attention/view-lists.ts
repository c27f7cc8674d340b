import type { AddressReader } from "../kit/address-reader.ts";
import type { HeadPlace, WeightEdit } from "./options.ts";

type LeaveOut = AddressReader["leaveOut"];

/** Heads of an address: `off=layer.head`, as often as needed. */
export function readPlaces(params: URLSearchParams, leaveOut: LeaveOut): HeadPlace[] {
  return params.getAll("off").flatMap((value) => {
    const [layer, head] = readNumbers(value, 2);
    if (layer !== undefined && head !== undefined) return [{ layer, head }];
    leaveOut("off", value);
    return [];
  });
}

/** Weights of an address: `set=layer.head.query.key.weight`, the weight in thousandths. */
export function readEdits(params: URLSearchParams, leaveOut: LeaveOut): WeightEdit[] {
  return params.getAll("set").flatMap((value) => {
    const numbers = readNumbers(value, 5);
    const [layer = 0, head = 0, query = 0, key = 0, thousandths = 0] = numbers;
    if (numbers.length === 5 && thousandths <= 1000)
      return [{ layer, head, query, key, weight: thousandths / 1000 }];
    leaveOut("set", value);
    return [];
  });
}

export function writeEdit({ layer, head, query, key, weight }: WeightEdit): string {
  return [layer, head, query, key, Math.round(weight * 1000)].join(".");
}

/** A permutation of 1 … n: `order=3.1.2`. */
export function readOrder(params: URLSearchParams, leaveOut: LeaveOut): number[] {
  const value = params.get("order");
  if (!value) return [];
  const order = value.split(".").map(Number);
  const isPermutation = [...order].sort((a, b) => a - b).every((place, i) => place === i + 1);
  if (isPermutation) return order;
  leaveOut("order", value);
  return [];
}

function readNumbers(value: string, count: number): number[] {
  const parts = value.split(".");
  const isWell = parts.length === count && parts.every((part) => /^\d{1,4}$/.test(part));
  return isWell ? parts.map(Number) : [];
}
