import Demo from "./Demo.astro";
import { textComponents } from "./mdx.ts";

/** The tags of pages with a live figure. Apart, since its styles weigh more than a page of text. */
export const liveComponents = { ...textComponents, Demo };
