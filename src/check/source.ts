import { join } from "node:path";
import { z } from "astro/zod";
import { readYamlFile } from "../site/yaml-file.ts";
import { fieldOf, listOf, textOf } from "./loose-value.ts";

/** A YAML file as it was written, whether or not it fits its schema. */
export interface Source {
  file: string; // relative to the project root
  value: unknown; // undefined when the file is missing or is not YAML
  lineOf(path: readonly PropertyKey[]): number;
}

/** A name that a file gives to something, with its place. */
export interface NamedPlace {
  name: string;
  file: string;
  line: number;
}

export function readSource(root: string, file: string): Source {
  const { value, lineOf } = readYamlFile(root, join(root, file), z.unknown());
  return { file, value, lineOf };
}

/** The texts under `key` in each entry of a file that is a list, e.g. the ids of the glossary. */
export function listNames({ file, value, lineOf }: Source, key: string): NamedPlace[] {
  return listOf(value).flatMap((entry, i) => {
    const name = textOf(fieldOf(entry, key));
    return name === undefined ? [] : [{ name, file, line: lineOf([i, key]) }];
  });
}

/** The texts of a list inside a file, e.g. the problems that a pattern answers. */
export function listTexts(
  { file, value, lineOf }: Source,
  path: readonly (string | number)[],
): NamedPlace[] {
  const list = path.reduce<unknown>((inner, key) => {
    return typeof key === "number" ? listOf(inner)[key] : fieldOf(inner, key);
  }, value);
  return listOf(list).flatMap((item, i) => {
    const name = textOf(item);
    return name === undefined ? [] : [{ name, file, line: lineOf([...path, i]) }];
  });
}
