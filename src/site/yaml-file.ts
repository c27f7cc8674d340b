import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { z } from "astro/zod";
import { LineCounter, parseDocument } from "yaml";
import type { Fault } from "./fault.ts";

export interface YamlFile<T> {
  /** The checked value, or undefined when the file has faults. */
  value: T | undefined;
  faults: Fault[];
  /** The 1-based line on which the value at this path begins. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads a YAML file against a schema; every fault names the line of the offending key. */
export function readYamlFile<T>(root: string, path: string, schema: z.ZodType<T>): YamlFile<T> {
  const file = relative(root, path).replaceAll("\\", "/");
  if (!existsSync(path)) {
    const fault: Fault = { kind: "missing", thing: "file", value: file, file, line: 1 };
    return { value: undefined, faults: [fault], lineOf: () => 1 };
  }
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: counter });
  const lineOf = (keys: readonly PropertyKey[]): number => findLine(document, counter, keys);
  if (document.errors.length > 0) {
    const faults = document.errors.map((error): Fault => {
      const line = error.linePos?.[0].line ?? 1;
      return {
        kind: "invalid",
        thing: "YAML",
        value: error.code,
        file,
        line,
        fix: firstLine(error),
      };
    });
    return { value: undefined, faults, lineOf };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, faults: [], lineOf };
  const faults = result.error.issues.flatMap((issue) => {
    return toFaults(issue, file, lineOf, document.getIn(issue.path));
  });
  return { value: undefined, faults, lineOf };
}

function toFaults(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
  input: unknown,
): Fault[] {
  const line = lineOf(issue.path);
  const place = issue.path.map(String).join(".") || "document";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      kind: "unknown",
      thing: "key",
      value: [...issue.path, key].map(String).join("."),
      file,
      line: lineOf([...issue.path, key]),
      fix: "remove the key or correct its spelling",
    }));
  }
  const isAbsent = issue.code === "invalid_type" || issue.code === "invalid_value";
  if (isAbsent && input === undefined)
    return [{ kind: "missing", thing: "key", value: place, file, line }];
  if (issue.code === "invalid_value") {
    const fix = `one of ${issue.values.map(String).join(", ")}`;
    return [{ kind: "unknown", thing: place, value: String(input), file, line, fix }];
  }
  return [{ kind: "invalid", thing: "value", value: place, file, line, fix: issue.message }];
}

function findLine(
  document: ReturnType<typeof parseDocument>,
  counter: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      return counter.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}

function firstLine(error: Error): string {
  return error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:$/, "") ?? "";
}
