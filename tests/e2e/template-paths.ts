/** One page of every template, by what follows the language in its address. */
export const templatePaths: Record<string, string> = {
  home: "",
  catalog: "patterns/",
  chapter: "chapters/canonical/",
  pattern: "patterns/weight-sharing/",
  articles: "articles/",
  article: "articles/ann-benchmarks/",
  map: "map/",
  demos: "demos/",
  demo: "demos/benchmarks/",
  glossary: "glossary/",
  references: "references/",
  search: "search/",
  about: "about/",
};
