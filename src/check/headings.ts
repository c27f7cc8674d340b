import type { Fault } from "../site/fault.ts";
import type { Page } from "./page.ts";

/** Checks the headings of one page: `##` or `###`, each with an id of its own. */
export function checkHeadings({ file, headings }: Page): Fault[] {
  const first = new Map<string, number>();
  return headings.flatMap(({ text, id, depth, line }): Fault[] => {
    const faults: Fault[] = [];
    const place = { file, line };
    const marks = "#".repeat(depth);
    if (depth !== 2 && depth !== 3) {
      const fix = "write ## or ###";
      faults.push({
        kind: "invalid",
        thing: "heading level",
        value: `${marks} ${text}`,
        ...place,
        fix,
      });
    }
    if (text.trim() === "") {
      const fix = `write ${marks} text [#${id ?? "id"}]`;
      return [...faults, { kind: "missing", thing: "heading text", value: marks, ...place, fix }];
    }
    if (id === undefined) {
      const fix = `write ${marks} ${text} [#id]`;
      return [...faults, { kind: "missing", thing: "heading id", value: text, ...place, fix }];
    }
    const earlier = first.get(id);
    if (earlier !== undefined) {
      const fix = `first at line ${earlier}`;
      faults.push({ kind: "duplicate", thing: "heading id", value: id, ...place, fix });
    } else first.set(id, line);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      const fix = "write it in English kebab-case";
      faults.push({ kind: "invalid", thing: "heading id", value: id, ...place, fix });
    }
    return faults;
  });
}
