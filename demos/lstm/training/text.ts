import { encode } from "../../kit/vocabulary.ts";

export const MOST_CHARACTERS = 300_000;
const MOST_KINDS = 4000; // rarer characters become the unknown token
const HELD_OUT_SHARE = 0.1;

/** Why a text cannot be trained on. */
export type TextFault =
  | { kind: "empty" }
  | { kind: "too-short"; have: number; need: number }
  | { kind: "too-long"; have: number; limit: number }
  | { kind: "one-character" }
  | { kind: "unknown-characters"; share: number }
  | { kind: "unreadable" };

/** The characters of a text as tokens, its end held out. */
export interface PreparedText {
  vocabulary: string[]; // "\n" first, then the unknown token, then by frequency
  train: Int32Array;
  heldOut: Int32Array;
  unknown: number; // characters outside the vocabulary
}

/**
 * Cuts a text into training part and held-out end, and gives every character a token. With a
 * vocabulary of a loaded model that one is used, and what it lacks is counted.
 */
export function prepareText(
  text: string,
  { batch, length }: { batch: number; length: number },
  given?: readonly string[],
): PreparedText | TextFault {
  const clean = cleanText(text);
  if (clean === "") return { kind: "empty" };
  const characters = Array.from(clean);
  if (characters.length > MOST_CHARACTERS) {
    return { kind: "too-long", have: characters.length, limit: MOST_CHARACTERS };
  }
  const vocabulary = given ? [...given] : listCharacters(characters);
  if (!given && new Set(characters).size < 2) return { kind: "one-character" };
  const { tokens, unknown } = encode(vocabulary, clean);
  const cut = tokens.length - Math.ceil(tokens.length * HELD_OUT_SHARE);
  if (cut < batch * length + 1) {
    const need = Math.ceil((batch * length + 1) / (1 - HELD_OUT_SHARE)) + 1;
    return { kind: "too-short", have: tokens.length, need };
  }
  if (unknown.length > tokens.length / 2) {
    return { kind: "unknown-characters", share: unknown.length / tokens.length };
  }
  return {
    vocabulary,
    train: Int32Array.from(tokens.slice(0, cut)),
    heldOut: Int32Array.from(tokens.slice(cut)),
    unknown: unknown.length,
  };
}

/** The size of the vocabulary that a text would get. */
export function countVocabulary(text: string): number {
  return listCharacters(Array.from(cleanText(text))).length;
}

export function isTextFault(result: PreparedText | TextFault): result is TextFault {
  return "kind" in result;
}

/** The text of a file in UTF-8, UTF-16 with its mark, or GB 18030; nothing when it is none. */
export function decodeFile(bytes: Uint8Array): string | undefined {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ["utf-16le"]
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ["utf-16be"]
        : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!isBinary(text)) return text;
    } catch {
      // Not in this encoding; the next one may fit.
    }
  }
  return undefined;
}

const cleanText = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

function isBinary(text: string): boolean {
  // Control characters that no text holds, seldom enough by chance only in binary data.
  const odd = [...text.slice(0, 10_000)].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 0 || (code < 32 && !"\t\n\r\f".includes(character)) || code === 0xfffd;
  });
  return odd.length > 0;
}

function listCharacters(characters: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of characters) counts.set(one, (counts.get(one) ?? 0) + 1);
  counts.delete("\n");
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ["\n", "<unknown>", ...sorted.slice(0, MOST_KINDS).map(([character]) => character)];
}
