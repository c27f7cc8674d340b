/** The token that stands for a character outside the vocabulary. */
export const unknownToken = 1;

export interface Encoding {
  /** One token per character (code point) of the text. */
  tokens: number[];
  /** The characters that became the unknown token, in order, with repeats. */
  unknown: string[];
}

/** Tokens of a text. A carriage return before a line end is dropped; nothing else is changed. */
export function encode(vocabulary: readonly string[], text: string): Encoding {
  const ids = indexVocabulary(vocabulary);
  const unknown: string[] = [];
  const tokens = Array.from(text.replaceAll("\r\n", "\n"), (character) => {
    const token = ids.get(character);
    if (token === undefined) unknown.push(character);
    return token ?? unknownToken;
  });
  return { tokens, unknown };
}

/** The text of tokens. The unknown token shows as □, a missing character's usual box. */
export function decode(vocabulary: readonly string[], tokens: readonly number[]): string {
  return tokens
    .map((token) => {
      const character = vocabulary[token];
      if (character === undefined) {
        throw new RangeError(`unknown token ${token} in a vocabulary of ${vocabulary.length}`);
      }
      return token === unknownToken ? "□" : character;
    })
    .join("");
}

const indexes = new WeakMap<readonly string[], Map<string, number>>();

function indexVocabulary(vocabulary: readonly string[]): Map<string, number> {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const ids = new Map(vocabulary.map((character, token) => [character, token]));
  ids.delete(vocabulary[unknownToken] ?? "");
  indexes.set(vocabulary, ids);
  return ids;
}
