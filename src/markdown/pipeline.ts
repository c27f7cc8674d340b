import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import type { PluggableList } from "unified";
import { resolveCitations } from "./citations.ts";
import { resolveFigures } from "./figures.ts";
import { joinHanLines } from "./han-lines.ts";
import { setHeadingIds } from "./heading-ids.ts";
import { resolveLinks } from "./links.ts";
import { insertListings } from "./listings.ts";
import { markMath } from "./math.ts";
import { resolveTerms } from "./terms.ts";

/** What every MDX page goes through, in order: syntax first, then our own small tree plugins. */
export const remarkPlugins: PluggableList = [
  [remarkGfm, { singleTilde: false }], // `3~5 …10~20` is a range, not deleted text
  remarkCjkFriendly,
  remarkMath,
  joinHanLines,
  setHeadingIds,
  markMath,
  resolveLinks,
  resolveCitations,
  resolveTerms,
  resolveFigures,
  insertListings,
];
