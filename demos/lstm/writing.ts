import { createRandom } from "../kit/random.ts";
import { drawFrom, type SamplingOptions, shapeDistribution } from "../kit/sampling.ts";
import { softmax } from "../kit/softmax.ts";
import { encode, unknownToken } from "../kit/vocabulary.ts";
import type { Corpus } from "./corpus.ts";
import { createState, type Hold, type LstmState, type LstmStep, step } from "./inference.ts";
import type { Lstm } from "./lstm-model.ts";

/** What to write. */
export interface Plan {
  prompt: string; // read first, character by character; may be empty
  heads: string; // the first characters of the lines of an acrostic; empty for free writing
  length: number; // characters to write; the line that reaches it is finished
  seed: number;
  sampling: SamplingOptions;
  holds: readonly Hold[];
}

/** The distribution that a character came from. */
export interface Prediction {
  entropy: number; // bits, of what the model predicts before temperature and cuts
  p: number; // what the model gives the character that came
  drawn: number; // the same after temperature, top-k and top-p
  top: readonly { token: number; p: number; drawn: number }[]; // the likeliest, best first
}

export type Origin = "given" | "drawn"; // by the reader, by the model

/** One character of a text, what predicted it, and what reading it did to the network. */
export interface Written {
  character: string; // as the reader gave it, also where the vocabulary lacks it
  token: number;
  origin: Origin;
  prediction: Prediction;
  step: LstmStep;
}

export const lineEnd = 0; // token
const patience = 80; // characters that may follow `length` until a line ends
const shown = 8; // candidates kept per character

/** The first step of any text: the network reads a line end. */
export function openText(model: Lstm, holds: readonly Hold[]): LstmStep {
  return step(model, createState(model), lineEnd, holds);
}

/** Reads one more character after `before`. */
export function readToken(
  model: Lstm,
  { hasOwnLines }: Corpus,
  before: LstmState,
  token: number,
  holds: readonly Hold[],
): LstmStep {
  const state = hasOwnLines && token === lineEnd ? createState(model) : before;
  return step(model, state, token, holds);
}

/** Writes a text, the state carried from character to character. Same plan, same text. */
export function* writeText(model: Lstm, corpus: Corpus, plan: Plan): Generator<Written> {
  const { heads, length, holds } = plan;
  const random = createRandom(plan.seed);
  const marks = new Set([lineEnd, ...encode(model.vocabulary, corpus.lineMarks).tokens]);
  const headTokens = list(model, heads);
  const prompt = headTokens.length > 0 ? [] : list(model, plan.prompt);
  let last = openText(model, holds);
  const add = (character: string, token: number, origin: Origin, shaped: Float32Array): Written => {
    const prediction = predict(last.logits, shaped, token);
    last = readToken(model, corpus, last.state, token, holds);
    return { character, token, origin, prediction, step: last };
  };

  for (const { character, token } of prompt) {
    yield add(character, token, "given", shapeDistribution(last.logits, plan.sampling));
  }
  const isAcrostic = headTokens.length > 0;
  for (let written = 0; written < length + patience; written++) {
    const head = marks.has(last.token) ? headTokens.shift() : undefined;
    // An acrostic does not end before its last head has come.
    const isHeld = headTokens.length > 0 && corpus.hasOwnLines;
    const banned = isHeld ? [unknownToken, lineEnd] : [unknownToken];
    const shaped = shapeDistribution(last.logits, { ...plan.sampling, banned });
    if (head) yield add(head.character, head.token, "given", shaped);
    else {
      const token = drawFrom(shaped, random);
      yield add(model.vocabulary[token] ?? "", token, "drawn", shaped);
    }
    const isDone = isAcrostic ? headTokens.length === 0 : written + 1 >= length;
    if (isDone && last.token === lineEnd) return;
  }
}

function list({ vocabulary }: Lstm, text: string): { character: string; token: number }[] {
  const clean = text.replaceAll("\r\n", "\n");
  const { tokens } = encode(vocabulary, clean);
  return [...clean].map((character, index) => ({ character, token: tokens[index] ?? 0 }));
}

function predict(logits: Float32Array, shaped: Float32Array, token: number): Prediction {
  const p = softmax(logits);
  let entropy = 0;
  for (const value of p) if (value > 0) entropy -= value * Math.log2(value);
  const top = findTop(p, shown).map((index) => ({
    token: index,
    p: p[index] ?? 0,
    drawn: shaped[index] ?? 0,
  }));
  return { entropy, p: p[token] ?? 0, drawn: shaped[token] ?? 0, top };
}

function findTop(p: Float32Array, count: number): number[] {
  const top: number[] = [];
  for (let index = 0; index < p.length; index++) {
    const value = p[index] ?? 0;
    if (top.length === count && value <= (p[top.at(-1) ?? 0] ?? 0)) continue;
    let place = top.length;
    while (place > 0 && value > (p[top[place - 1] ?? 0] ?? 0)) place--;
    top.splice(place, 0, index);
    if (top.length > count) top.pop();
  }
  return top;
}
