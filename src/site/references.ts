import { existsSync, readFileSync } from "node:fs";
import { Cite, type CslItem, type CslName, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { z } from "astro/zod";
import type { Fault } from "./fault.ts";
import type { Language } from "./languages.ts";

/** One source of the site, ready to be shown. */
export interface Reference {
  id: string;
  title: string;
  authors: string[]; // family names, or the name of an organisation
  year: number;
  letter: string; // a, b, c … where authors have several sources of one year, else ""
  url: string;
  text: string; // APA, plain text, without the address
  bibtex: string; // as written in references.bib
  line: number;
}

/** A source whose text is still to be written, since that takes all of them. */
type Parsed = Omit<Reference, "letter" | "text"> & { item: CslItem };

const format = { format: "text", template: "apa", lang: "en-US", asEntryArray: true } as const;

const entriesSchema = z.array(
  z.object({
    type: z.string(),
    label: z.string(),
    properties: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
);

type Entry = z.infer<typeof entriesSchema>[number];

/** Reads a BibTeX file; the faults name duplicate keys and missing fields by line. */
export function readReferences(
  path: string,
  file: string,
): { references: Map<string, Reference>; faults: Fault[] } {
  const parsed = new Map<string, Parsed>();
  const faults: Fault[] = [];
  if (!existsSync(path)) {
    faults.push({ kind: "missing", thing: "file", value: file, file, line: 1 });
    return { references: new Map(), faults };
  }
  const source = readFileSync(path, "utf8");
  const lines = new Map<string, number>(); // by key; BibTeX does not tell cases apart
  for (const { line, bibtex } of splitEntries(source)) {
    try {
      const reference = parseEntry(bibtex, line, file, faults);
      const earlier = lines.get(reference.id.toLowerCase());
      if (earlier !== undefined) {
        const fix = `first at line ${earlier}`;
        faults.push({
          kind: "duplicate",
          thing: "BibTeX key",
          value: reference.id,
          file,
          line,
          fix,
        });
        continue;
      }
      lines.set(reference.id.toLowerCase(), line);
      parsed.set(reference.id, reference);
    } catch (error) {
      const value = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      faults.push({ kind: "invalid", thing: "BibTeX entry", value, file, line });
    }
  }
  return { references: writeTexts(parsed), faults };
}

/** Writes the texts in one go: APA sets sources of the same authors and year apart by letters. */
function writeTexts(parsed: Map<string, Parsed>): Map<string, Reference> {
  const items = [...parsed.values()].map(({ item: { DOI: _doi, URL: _url, ...item } }) => item);
  const texts = new Map(new Cite(items).format("bibliography", format));
  const references = new Map<string, Reference>();
  for (const [id, { item: _item, ...reference }] of parsed) {
    const text = (texts.get(id) ?? "").trim();
    const letter = /\(\d{4}([a-z]?)[),]/.exec(text)?.[1] ?? "";
    references.set(id, { ...reference, letter, text });
  }
  return references;
}

/** The entries of a BibTeX file as they are written, each with its line. */
export function splitEntries(source: string): { line: number; bibtex: string }[] {
  const starts = [...source.matchAll(/(?<=^|[\s}])@\w+\s*[{(]/gm)].map((match) => match.index);
  return starts.map((start, i) => ({
    line: source.slice(0, start).split("\n").length,
    bibtex: source.slice(start, starts[i + 1]).trim(),
  }));
}

function parseEntry(bibtex: string, line: number, file: string, faults: Fault[]): Parsed {
  const options = { target: "@biblatex/entries+list", generateGraph: false };
  const [entry] = entriesSchema.parse(plugins.input.chain(bibtex, options));
  if (!entry) throw new Error("no entry");
  for (const field of ["author", "title", "year"]) {
    if (String(entry.properties[field] ?? "").trim() === "") {
      faults.push({
        kind: "missing",
        thing: "BibTeX field",
        value: `${entry.label}.${field}`,
        file,
        line,
      });
    }
  }
  const url = toUrl(entry);
  if (!url) {
    const fix = "give doi, eprint or url";
    faults.push({
      kind: "missing",
      thing: "BibTeX field",
      value: `${entry.label}.url`,
      file,
      line,
      fix,
    });
  }
  const item = new Cite(bibtex).data[0] ?? { id: entry.label, type: "document" };
  return {
    id: entry.label,
    title: item.title ?? entry.label,
    authors: (item.author ?? []).map(toFamilyName),
    year: item.issued?.["date-parts"][0]?.[0] ?? 0,
    url,
    bibtex,
    line,
    item,
  };
}

function toFamilyName({ family, literal, given }: CslName): string {
  return family ?? literal ?? given ?? "";
}

function toUrl({ properties: { doi, eprint, url } }: Entry): string {
  if (doi) return `https://doi.org/${doi}`;
  if (eprint) return `https://arxiv.org/abs/${eprint}`;
  return url ? String(url) : "";
}

/** The short form in running text: `LeCun 等 1989` or `LeCun et al. 1989`. */
export function shortCitation(reference: Reference, lang: Language): string {
  const { authors, letter, title } = reference;
  const [first = title, second] = authors;
  const year = `${reference.year}${letter}`;
  const others = { zh: " 等", en: " et al." }[lang];
  if (!second) return `${first} ${year}`;
  if (authors.length > 2) return `${first}${others} ${year}`;
  return `${first}${lang === "zh" ? " 与 " : " & "}${second} ${year}`;
}
