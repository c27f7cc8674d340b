import type { Card, Cards } from "./leitner.ts";
import type { Item } from "./question.ts";
import { type Mode, modes, type Session } from "./session.ts";

/** A test that was finished. */
export interface Attempt {
  time: number; // ms of the clock
  right: number;
  total: number;
}

/** What the reader's browser keeps; nothing of it leaves the page. */
export interface Stored {
  session: Session | undefined;
  attempts: Attempt[];
  cards: Cards;
}

export const nothingStored: Stored = { session: undefined, attempts: [], cards: {} };
const version = 1;
const mostAttempts = 50;

export function encodeStored({ session, attempts, cards }: Stored): string {
  return JSON.stringify({ version, session, attempts: attempts.slice(-mostAttempts), cards });
}

/** Reads what `encodeStored` wrote; parts that do not fit today's questions are left out. */
export function decodeStored(text: string | null, items: readonly Item[]): Stored {
  const stored = parse(text);
  if (!isRecord(stored) || stored["version"] !== version) return nothingStored;
  const { session, attempts, cards } = stored;
  return {
    session: readSession(session, items),
    attempts: (Array.isArray(attempts) ? attempts : []).flatMap(readAttempt),
    cards: readCards(cards, items),
  };
}

function readSession(value: unknown, items: readonly Item[]): Session | undefined {
  if (!isRecord(value)) return undefined;
  const { mode, seed, order, answers, flags, at, started, finished } = value;
  const byId = new Map(items.map((item) => [item.id, item]));
  const isKnown = (id: unknown): id is string => typeof id === "string" && byId.has(id);
  const isMode = (name: unknown): name is Mode => modes.some((one) => one === name);
  if (!isMode(mode) || !isWhole(seed) || !isWhole(at) || !isWhole(started)) return undefined;
  if (!Array.isArray(order) || order.length === 0 || !order.every(isKnown)) return undefined;
  if (new Set(order).size !== order.length || at >= order.length) return undefined;
  const kept = Object.entries(isRecord(answers) ? answers : {}).filter(([id, option]) => {
    return order.includes(id) && isWhole(option) && option < (byId.get(id)?.options ?? 0);
  });
  return {
    ...{ mode, seed, order, at, started },
    answers: Object.fromEntries(kept) as Record<string, number>,
    flags: Array.isArray(flags) ? flags.filter(isKnown) : [],
    finished: isWhole(finished) ? finished : undefined,
  };
}

function readAttempt(value: unknown): Attempt[] {
  if (!isRecord(value)) return [];
  const { time, right, total } = value;
  if (!isWhole(time) || !isWhole(right) || !isWhole(total) || right > total) return [];
  return [{ time, right, total }];
}

function readCards(value: unknown, items: readonly Item[]): Cards {
  const entries = Object.entries(isRecord(value) ? value : {}).flatMap(
    ([id, card]): [string, Card][] => {
      if (!isRecord(card) || !items.some((item) => item.id === id)) return [];
      const { box, since } = card;
      return isWhole(box) && box >= 1 && box <= 5 && isWhole(since) ? [[id, { box, since }]] : [];
    },
  );
  return Object.fromEntries(entries);
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
