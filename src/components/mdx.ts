import Aside from "./Aside.astro";
import Calculator from "./Calculator.astro";
import CodeBlock from "./CodeBlock.astro";
import Demo from "./Demo.astro";
import Figure from "./Figure.astro";
import ScrollTable from "./ScrollTable.astro";
import Tex from "./Tex.astro";
import Therefore from "./Therefore.astro";

/** What the tags of MDX pages become; the closed vocabulary is in src/markdown/vocabulary.ts. */
export const mdxComponents = {
  Aside,
  Calculator,
  Demo,
  Figure,
  Tex,
  Therefore,
  pre: CodeBlock,
  table: ScrollTable,
};
