import temml from "temml";
import { visit } from "unist-util-visit";
import type { Fault } from "../site/fault.ts";
import { lineOf, type Page } from "./page.ts";

/** Checks that every formula compiles to MathML. */
export function checkMaths({ file, tree }: Page): Fault[] {
  const faults: Fault[] = [];
  visit(tree, (node) => {
    if (node.type !== "math" && node.type !== "inlineMath") return;
    const value = node.value.replace(/\s+/g, " ");
    const place = { file, line: lineOf(node) };
    if (value.trim() === "") {
      faults.push({ kind: "missing", thing: "maths", value: "$$ $$", ...place });
    }
    if (/(?<!\\)%/.test(node.value)) {
      const fix = "% starts a comment in TeX; write \\%";
      faults.push({ kind: "invalid", thing: "maths", value, ...place, fix });
    }
    try {
      temml.renderToString(node.value, { displayMode: node.type === "math", throwOnError: true });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const [fix = ""] = message.trim().split("\n");
      faults.push({ kind: "invalid", thing: "maths", value, ...place, fix });
    }
  });
  return faults;
}
