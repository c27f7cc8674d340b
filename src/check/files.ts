import { existsSync, globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Fault } from "../site/fault.ts";

const places = [
  /^patterns\/(chapters|plan)\.yaml$/,
  /^patterns\/[^/]+\/[^/]+\/(pattern\.yaml|(zh|en)\.mdx)$/,
  /^content\/articles\/[^/]+\/(article\.yaml|(zh|en)\.mdx)$/,
  /^content\/about\/(zh|en)\.mdx$/,
];

/** Checks that every written file lies where the site reads it, in a folder whose name is a slug. */
export function checkFiles(root: string): Fault[] {
  const files = ["patterns", "content/articles", "content/about"]
    .flatMap((folder) => globSync(`${folder}/**/*.{md,mdx,yaml,yml}`, { cwd: root }))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const strays = files.filter((file) => !places.some((place) => place.test(file)));
  const folders = new Set(files.filter((file) => !strays.includes(file)).map(dirname));
  return [
    ...strays.map((file): Fault => {
      const fix =
        "pages are patterns/<chapter>/<slug>/ and content/articles/<slug>/, zh.mdx and en.mdx";
      return { kind: "unknown", thing: "file", value: file, file, line: 1, fix };
    }),
    ...[...folders].flatMap((folder) => [...checkSlug(folder), ...checkCompanions(root, folder)]),
  ];
}

function checkSlug(folder: string): Fault[] {
  const value = basename(folder);
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return [];
  const fix = "write it in English kebab-case";
  return [{ kind: "invalid", thing: "slug", value, file: folder, line: 1, fix }];
}

// The catalog starts from the YAML files and misses the twins of pages that have none.
function checkCompanions(root: string, folder: string): Fault[] {
  const [first] = folder.split("/");
  const isAbout = folder === "content/about";
  const names = isAbout
    ? ["zh.mdx", "en.mdx"]
    : [first === "patterns" ? "pattern.yaml" : "article.yaml"];
  if (folder === "patterns") return [];
  return names.flatMap((name): Fault[] => {
    const file = `${folder}/${name}`;
    if (existsSync(join(root, file))) return [];
    if (!isAbout) return [{ kind: "missing", thing: "file", value: name, file, line: 1 }];
    const fix = "write the page in both languages";
    return [{ kind: "missing", thing: "twin", value: file, file, line: 1, fix }];
  });
}
