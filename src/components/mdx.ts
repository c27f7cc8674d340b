import Aside from "./Aside.astro";
import Calculator from "./Calculator.astro";
import CodeBlock from "./CodeBlock.astro";
import Figure from "./Figure.astro";
import Landscape from "./Landscape.astro";
import LandscapeCounts from "./LandscapeCounts.astro";
import ScrollTable from "./ScrollTable.astro";
import Tex from "./Tex.astro";
import Therefore from "./Therefore.astro";

/** What the tags of MDX pages become, but for live figures; the vocabulary is in src/markdown/. */
export const textComponents = {
  Aside,
  Calculator,
  Figure,
  Landscape,
  LandscapeCounts,
  Tex,
  Therefore,
  pre: CodeBlock,
  table: ScrollTable,
};
