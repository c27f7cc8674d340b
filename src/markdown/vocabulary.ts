/** The kinds of pages that are written in MDX. */
export type PageKind = "pattern" | "article" | "about";

/** What an author may write of one component. */
export interface ComponentRule {
  attributes: readonly string[]; // all of them are required
  values?: Readonly<Record<string, readonly string[]>>; // closed sets of values by attribute
  pages: readonly PageKind[];
}

/** The closed vocabulary of MDX: every component that a page may use, with its attributes. */
export const vocabulary: Readonly<Record<string, ComponentRule>> = {
  Cite: { attributes: ["id"], pages: ["pattern", "article"] },
  Term: { attributes: ["id"], pages: ["pattern", "article"] },
  Aside: {
    attributes: ["kind"],
    values: { kind: ["note", "warning"] },
    pages: ["pattern", "article"],
  },
  Demo: { attributes: ["name"], pages: ["pattern", "article"] },
  Figure: { attributes: ["id"], pages: ["article"] },
  Therefore: { attributes: [], pages: ["pattern"] },
  Sketch: { attributes: [], pages: ["pattern"] },
  Calculator: { attributes: [], pages: ["pattern"] },
};
