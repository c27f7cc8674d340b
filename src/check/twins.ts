import type { Fault } from "../site/fault.ts";
import type { Page, PageHeading } from "./page.ts";

/** Checks that no twin is empty and that their headings carry the same ids, levels and order. */
export function checkTwins(pages: Page[]): Fault[] {
  const empty = pages.filter(({ tree }) => tree.children.length === 0);
  const emptyFaults = empty.map(({ file }): Fault => {
    return { kind: "missing", thing: "text", value: file, file, line: 1, fix: "write the page" };
  });
  const headingFaults = [...Map.groupBy(pages, ({ folder }) => folder).values()].flatMap(
    (twins) => {
      const zh = twins.find(({ lang }) => lang === "zh");
      const en = twins.find(({ lang }) => lang === "en");
      return zh && en ? compareHeadings(zh, en) : [];
    },
  );
  return [...emptyFaults, ...headingFaults];
}

function compareHeadings(zh: Page, en: Page): Fault[] {
  const faults = [...findMissing(zh, en), ...findMissing(en, zh)];
  if (faults.length > 0) return faults;
  const zhHeadings = zh.headings.filter(({ id }) => id);
  const enHeadings = en.headings.filter(({ id }) => id);
  if (zhHeadings.length !== enHeadings.length) return []; // a duplicate id, reported elsewhere
  for (const [i, heading] of enHeadings.entries()) {
    const twin = zhHeadings[i];
    if (!twin) continue;
    const { id, line } = heading;
    const place = { file: en.file, line };
    if (twin.id !== id) {
      const fix = `${zh.file}:${twin.line} has ${twin.id} here`;
      return [{ kind: "invalid", thing: "heading order", value: `${id}`, ...place, fix }];
    }
    if (twin.depth !== heading.depth) {
      const fix = `${zh.file}:${twin.line} writes ${"#".repeat(twin.depth)}`;
      const value = `${"#".repeat(heading.depth)} ${id}`;
      faults.push({ kind: "invalid", thing: "heading level", value, ...place, fix });
    }
  }
  return faults;
}

// The headings of `page` that its twin lacks, each at the line after which the twin should have it.
function findMissing(page: Page, twin: Page): Fault[] {
  const ids = new Set(twin.headings.map(({ id }) => id));
  let line = 1;
  return page.headings.flatMap(({ id, line: origin }: PageHeading): Fault[] => {
    if (!id) return [];
    const counterpart = twin.headings.find((heading) => heading.id === id);
    if (counterpart) line = counterpart.line;
    if (ids.has(id)) return [];
    const fix = `${page.file}:${origin} has it`;
    return [{ kind: "missing", thing: "heading id", value: id, file: twin.file, line, fix }];
  });
}
