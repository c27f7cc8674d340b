import type { Fault } from "../site/fault.ts";
import { languages } from "../site/languages.ts";
import { fieldOf, listOf, textOf } from "./loose-value.ts";
import type { Run } from "./run.ts";
import { listTexts, type Source } from "./source.ts";

/** A wrong rendering of a term, and the right one. */
interface Refusal {
  pattern: RegExp;
  right: string;
}

/** What the glossary refuses, and the names that it accepts, in one language. */
export interface Renderings {
  refusals: Refusal[];
  accepted: RegExp[];
}

/** Reads the renderings of both languages from the glossary. */
export function readRenderings(glossary: Source): Record<Run["lang"], Renderings> {
  const [zh, en] = languages.map((lang): Renderings => {
    const terms = listOf(glossary.value).map((entry, i) => {
      const list = (key: string) => listTexts(glossary, [i, key, lang]).map(({ name }) => name);
      const right = textOf(fieldOf(entry, lang)) ?? "";
      return { right, aliases: list("aliases"), refused: list("refused") };
    });
    return {
      accepted: terms.flatMap(({ right, aliases }) => [right, ...aliases].map(toPattern)),
      refusals: terms.flatMap(({ right, refused }) =>
        refused.map((wrong) => ({ right, pattern: toPattern(wrong) })),
      ),
    };
  });
  const none = { refusals: [], accepted: [] };
  return { zh: zh ?? none, en: en ?? none };
}

/** Checks that a run holds no refused rendering, unless it is part of an accepted name. */
export function checkRenderings(
  { lang, text, file, lineAt }: Run,
  renderings: Record<Run["lang"], Renderings>,
): Fault[] {
  const { refusals, accepted } = renderings[lang];
  return refusals.flatMap(({ pattern, right }) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: wrong, index }) => !isInside(text, wrong, index, accepted))
      .map(({ 0: wrong, index }): Fault => {
        const place = { file, line: lineAt(index) };
        return {
          kind: "invalid",
          thing: "rendering",
          value: wrong,
          ...place,
          fix: `write ${right}`,
        };
      }),
  );
}

/** Checks that no rendering is refused by one term and accepted by another. */
export function checkRefusals(glossary: Source): Fault[] {
  return languages.flatMap((lang) => {
    const names = listOf(glossary.value).flatMap((entry, i) => {
      const aliases = listTexts(glossary, [i, "aliases", lang]).map(({ name }) => name);
      return [textOf(fieldOf(entry, lang)) ?? "", ...aliases].map((name) => name.toLowerCase());
    });
    return listOf(glossary.value)
      .flatMap((_, i) => listTexts(glossary, [i, "refused", lang]))
      .filter(({ name }) => names.includes(name.toLowerCase()))
      .map(({ name, file, line }): Fault => {
        const fix = "it is also the name or alias of a term";
        return { kind: "ambiguous", thing: "rendering", value: name, file, line, fix };
      });
  });
}

function toPattern(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const isLatin = /^[\x20-\x7e]+$/.test(name);
  return isLatin
    ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, "giu")
    : new RegExp(escaped, "giu");
}

function isInside(text: string, wrong: string, index: number, accepted: RegExp[]): boolean {
  return accepted.some((name) =>
    [...text.matchAll(name)].some(({ 0: found, index: start }) => {
      return start <= index && start + found.length >= index + wrong.length;
    }),
  );
}
