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
  accepted: string[];
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
      accepted: terms.flatMap(({ right, aliases }) => [right, ...aliases]),
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

function toPattern(wrong: string): RegExp {
  const escaped = wrong.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const isLatin = /^[\x20-\x7e]+$/.test(wrong);
  return isLatin
    ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu")
    : new RegExp(escaped, "gu");
}

function isInside(text: string, wrong: string, index: number, accepted: string[]): boolean {
  return accepted.some((name) => {
    const offset = name.indexOf(wrong);
    return offset >= 0 && text.startsWith(name, index - offset);
  });
}
