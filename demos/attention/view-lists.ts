import type { Bilingual } from "../../src/site/languages.ts";
import type { HeadPlace, WeightEdit } from "./options.ts";

/** Heads of an address: `off=layer.head`, as often as needed. */
export function readPlaces(params: URLSearchParams, notes: Bilingual[]): HeadPlace[] {
  return params.getAll("off").flatMap((value) => {
    const [layer, head] = readNumbers(value, 2);
    if (layer !== undefined && head !== undefined) return [{ layer, head }];
    notes.push(describe("off", value));
    return [];
  });
}

/** Weights of an address: `set=layer.head.query.key.weight`, the weight in thousandths. */
export function readEdits(params: URLSearchParams, notes: Bilingual[]): WeightEdit[] {
  return params.getAll("set").flatMap((value) => {
    const numbers = readNumbers(value, 5);
    const [layer = 0, head = 0, query = 0, key = 0, thousandths = 0] = numbers;
    if (numbers.length === 5 && thousandths <= 1000)
      return [{ layer, head, query, key, weight: thousandths / 1000 }];
    notes.push(describe("set", value));
    return [];
  });
}

export function writeEdit({ layer, head, query, key, weight }: WeightEdit): string {
  return [layer, head, query, key, Math.round(weight * 1000)].join(".");
}

/** A permutation of 1 … n: `order=3.1.2`. */
export function readOrder(params: URLSearchParams, notes: Bilingual[]): number[] {
  const value = params.get("order");
  if (!value) return [];
  const order = value.split(".").map(Number);
  const isPermutation = [...order].sort((a, b) => a - b).every((place, i) => place === i + 1);
  if (isPermutation) return order;
  notes.push(describe("order", value));
  return [];
}

function readNumbers(value: string, count: number): number[] {
  const parts = value.split(".");
  const isWell = parts.length === count && parts.every((part) => /^\d{1,4}$/.test(part));
  return isWell ? parts.map(Number) : [];
}

function describe(key: string, value: string): Bilingual {
  return {
    zh: `网址里的 ${key}=${value} 无效，没有采用。`,
    en: `Invalid ${key}=${value} in the address; it is left out.`,
  };
}
