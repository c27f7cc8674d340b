import type { Bilingual } from "../../src/site/languages.ts";

/** Reads choices out of an address; what names nothing gives the usual value and a note. */
export interface AddressReader {
  notes: Bilingual[];
  choose<T extends string>(key: string, allowed: Iterable<T>, usual: T): T;
  chooseNumber(key: string, low: number, high: number, usual: number): number;
  /** `any` is the empty list. */
  chooseMany<T extends string>(key: string, allowed: Iterable<T>, usual: T[]): T[];
}

export function createAddressReader(params: URLSearchParams): AddressReader {
  const notes: Bilingual[] = [];
  const refuse = (key: string, value: string): void => {
    notes.push({
      zh: `网址里的 ${key}=${value} 无效，已换成默认值。`,
      en: `Invalid ${key}=${value} in the address; the default is used instead.`,
    });
  };
  return {
    notes,
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
