import { encode, unknownToken } from "../kit/vocabulary.ts";
import type { PoemPlan } from "./acrostic.ts";
import { splitText } from "./tokens.ts";

// Anything but letters of a script: marks may end a line, not stand inside it.
const mark = /[^\p{L}]/u;

/** Four given characters (fewer leave lines to the model) as a plan, or those that are unknown. */
export function planAcrostic(
  vocabulary: readonly string[],
  heads: string,
  metre: 5 | 7,
): PoemPlan | { unknown: string[] } {
  const characters = splitText(heads.replace(/\s/gu, "")).slice(0, 4);
  const { tokens, unknown } = encode(vocabulary, characters.join(""));
  const refused = [...unknown, ...characters.filter((one) => mark.test(one))];
  if (refused.length > 0) return { unknown: [...new Set(refused)] };
  return { ...planPoem(vocabulary, metre), firsts: [0, 1, 2, 3].map((line) => tokens[line]) };
}

/** A quatrain that leaves every character to the model. */
export function planPoem(vocabulary: readonly string[], metre: 5 | 7): PoemPlan {
  const [comma = 0, stop = 0] = encode(vocabulary, "，。").tokens;
  const banned = vocabulary.flatMap((character, token) =>
    token === unknownToken || mark.test(character) ? [token] : [],
  );
  const firsts = [undefined, undefined, undefined, undefined];
  return { firsts, metre, marks: [comma, stop], banned };
}
