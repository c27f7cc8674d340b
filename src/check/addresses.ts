import type { Fault } from "../site/fault.ts";
import type { Reference } from "../site/references.ts";

/** Checks that the address of every source leads to a web page and runs nothing. */
export function checkAddresses(references: Iterable<Reference>, file: string): Fault[] {
  return [...references].flatMap(({ id, url, line }): Fault[] => {
    if (url === "" || /^https?:\/\/[^/]/.test(url)) return []; // none at all is reported where read
    const fix = "write an https:// address";
    return [{ kind: "invalid", thing: "BibTeX field", value: `${id}.url ${url}`, file, line, fix }];
  });
}
