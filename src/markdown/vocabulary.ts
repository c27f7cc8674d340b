import { toolKinds } from "../site/landscape.ts";

/** The kinds of pages that are written in MDX. */
export type PageKind = "pattern" | "article" | "about";

/** What an author may write of one component. */
export interface ComponentRule {
  attributes: readonly string[]; // all of them are required
  place: "line" | "block"; // in a line of text, or between paragraphs
  holds: "text" | "nothing";
  values?: Readonly<Record<string, readonly string[]>>; // closed sets of values by attribute
  pages: readonly PageKind[];
}

/** The closed vocabulary of MDX: every component that a page may use, with its attributes. */
export const vocabulary: Readonly<Record<string, ComponentRule>> = {
  Cite: { attributes: ["id"], place: "line", holds: "nothing", pages: ["pattern", "article"] },
  Term: { attributes: ["id"], place: "line", holds: "text", pages: ["pattern", "article"] },
  Aside: {
    attributes: ["kind"],
    place: "block",
    holds: "text",
    values: { kind: ["note", "warning"] },
    pages: ["pattern", "article"],
  },
  Demo: { attributes: ["name"], place: "block", holds: "nothing", pages: ["article"] },
  Figure: { attributes: ["id"], place: "block", holds: "nothing", pages: ["article"] },
  Landscape: {
    attributes: ["kind"],
    place: "block",
    holds: "nothing",
    values: { kind: toolKinds },
    pages: ["article"],
  },
  LandscapeCounts: { attributes: [], place: "block", holds: "nothing", pages: ["article"] },
  Listing: { attributes: ["file"], place: "block", holds: "nothing", pages: ["article"] },
  Therefore: { attributes: [], place: "block", holds: "text", pages: ["pattern"] },
  Sketch: { attributes: [], place: "block", holds: "nothing", pages: ["pattern"] },
  Calculator: { attributes: [], place: "block", holds: "nothing", pages: ["pattern"] },
};
