import type { Reference } from "./references.ts";
import { pagePaths } from "./urls.ts";

/** A page of the list of sources, which is too heavy for one. */
export interface ReferencePart {
  path: string; // after the language
  letters: string; // with which its entries begin
}

const first: ReferencePart = { path: pagePaths.references, letters: "A–L" };
const second: ReferencePart = { path: `${pagePaths.references}m-z/`, letters: "M–Z" };
export const referenceParts = [first, second];

/** The page on which a source stands, by its first letter; digits come first, Han letters last. */
export function partOf({ text }: Pick<Reference, "text">): ReferencePart {
  return /^[\da-l]/i.test(text.normalize("NFD")) ? first : second;
}

/** The first page bears the name of the list; the others add their letters. */
export function titleOfPart(title: string, part: ReferencePart): string {
  return part === first ? title : `${title} ${part.letters}`;
}
