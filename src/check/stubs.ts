import type { Fault } from "../site/fault.ts";
import type { Run } from "./run.ts";

/** Checks that no text still is the stub of a scaffolded page. */
export function checkStubs({ text, file, lineAt }: Run): Fault[] {
  return [...text.matchAll(/\bTODO\b/g)].map(({ 0: value, index }): Fault => {
    return { kind: "missing", thing: "text", value, file, line: lineAt(index), fix: "write it" };
  });
}
