import { encode, unknownToken } from "../kit/vocabulary.ts";

/** A row of tokens as the page shows it, the start token first. */
export interface TokenRow {
  tokens: number[];
  symbols: string[];
  /** Places of tokens that the model does not know. */
  unknown: number[];
  /** Characters of the text beyond the context, which are not read. */
  cut: number;
}

/** What is shown for a character: signs for what has no shape of its own. */
export function showCharacter(character: string): string {
  if (character === "\n") return "↵";
  return character === " " ? "␣" : character;
}

/** The characters of a text, as tokens count them. */
export function splitText(text: string): string[] {
  return Array.from(text.replaceAll("\r\n", "\n"));
}

/**
 * Tokens of a text: a start token, then one for each character, at most `context` in all. `order`
 * moves them: place i + 1 gets the token that was written at order[i].
 */
export function createTokens(
  vocabulary: readonly string[],
  text: string,
  context: number,
  order: readonly number[] = [],
): TokenRow {
  const all = splitText(text);
  const characters = all.slice(0, context - 1);
  const { tokens } = encode(vocabulary, characters.join(""));
  const written = { tokens: [0, ...tokens], symbols: ["↵", ...characters.map(showCharacter)] };
  const places =
    order.length === characters.length ? [0, ...order] : written.tokens.map((_, i) => i);
  const moved = places.map((place) => written.tokens[place] ?? unknownToken);
  return {
    tokens: moved,
    symbols: places.map((place) => written.symbols[place] ?? ""),
    unknown: moved.flatMap((token, place) => (token === unknownToken ? [place] : [])),
    cut: all.length - characters.length,
  };
}

/** The same order with the token at one place moved to another; places count the start token. */
export function moveToken(
  order: readonly number[],
  count: number,
  from: number,
  to: number,
): number[] {
  const next = order.length === count ? [...order] : Array.from({ length: count }, (_, i) => i + 1);
  const inside = (place: number) => place >= 1 && place <= count;
  if (!inside(from) || !inside(to)) return next;
  const [token] = next.splice(from - 1, 1);
  if (token !== undefined) next.splice(to - 1, 0, token);
  return next;
}

/** The row of a text before its model is there: characters without ids. */
export function previewTokens(text: string, context: number): TokenRow {
  const all = splitText(text);
  const characters = all.slice(0, context - 1);
  return {
    tokens: [],
    symbols: ["↵", ...characters.map(showCharacter)],
    unknown: [],
    cut: all.length - characters.length,
  };
}
