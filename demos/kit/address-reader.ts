import type { Bilingual } from "../../src/site/languages.ts";

/** Reads choices out of an address; what names nothing gives the usual value and is named. */
export interface AddressReader {
  refused: string[]; // what named nothing, as `key=value`
  notes: Bilingual[]; // a sentence on each
  choose<T extends string>(key: string, allowed: Iterable<T>, usual: T): T;
  chooseNumber(key: string, low: number, high: number, usual: number): number;
  /** `any` is the empty list. */
  chooseMany<T extends string>(key: string, allowed: Iterable<T>, usual: T[]): T[];
  /** Names a value in whose place the usual one stands. */
  refuse(key: string, value: string): void;
  /** Names a value in whose place nothing stands. */
  leaveOut(key: string, value: string): void;
}

export function createAddressReader(params: URLSearchParams): AddressReader {
  const refused: string[] = [];
  const notes: Bilingual[] = [];
  const note = (pair: string, outcome: Bilingual): void => {
    refused.push(pair);
    notes.push({
      zh: `网址里的 ${pair} 无效，${outcome.zh}。`,
      en: `Invalid ${pair} in the address; ${outcome.en}.`,
    });
  };
  const refuse = (key: string, value: string): void =>
    note(`${key}=${value}`, { zh: "已换成默认值", en: "the default is used instead" });
  return {
    refused,
    notes,
    refuse,
    leaveOut: (key, value) => note(`${key}=${value}`, { zh: "没有采用", en: "it is left out" }),
    choose(key, allowed, usual) {
      const value = params.get(key);
      if (value === null) return usual;
      for (const name of allowed) if (name === value) return name;
      refuse(key, value);
      return usual;
    },
    chooseNumber(key, low, high, usual) {
      const value = params.get(key);
      if (value === null) return usual;
      const number = value.trim() === "" ? Number.NaN : Number(value);
      if (number >= low && number <= high) return number;
      refuse(key, value);
      return usual;
    },
    chooseMany<T extends string>(key: string, allowed: Iterable<T>, usual: T[]): T[] {
      const values = [...new Set(params.getAll(key))];
      if (values.length === 0) return usual;
      if (values.includes("any")) return [];
      const known = new Map<string, T>([...allowed].map((name) => [name, name]));
      for (const value of values) if (!known.has(value)) refuse(key, value);
      const chosen = values.flatMap((value) => known.get(value) ?? []);
      return chosen.length > 0 ? chosen : usual;
    },
  };
}
