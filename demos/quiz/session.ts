import type { Item } from "./question.ts";
import { shuffle } from "./shuffle.ts";

export const modes = ["practice", "test"] as const;
export type Mode = (typeof modes)[number];

/** One run through the questions. All times are milliseconds of the clock that the caller reads. */
export interface Session {
  mode: Mode;
  seed: number;
  order: string[]; // ids as they are asked
  answers: Record<string, number>; // index of the chosen option in the file
  flags: string[];
  at: number; // position in the order
  started: number;
  finished: number | undefined;
}

const timePerQuestion = 60_000; // ms

export interface Start {
  mode: Mode;
  seed: number;
  items: readonly Item[];
  now: number;
}

/** Begins a session. Throws when there is no question to ask. */
export function startSession({ mode, seed, items, now }: Start): Session {
  if (items.length === 0) throw new RangeError("a session needs at least one question");
  const order = shuffle(items, seed).map(({ id }) => id);
  return { mode, seed, order, answers: {}, flags: [], at: 0, started: now, finished: undefined };
}

/** Records an answer. In practice the first one stands, since its reason has been read. */
export function answer(session: Session, id: string, option: number): Session {
  const isFixed = session.mode === "practice" && session.answers[id] !== undefined;
  if (session.finished !== undefined || isFixed || !session.order.includes(id)) return session;
  return { ...session, answers: { ...session.answers, [id]: option } };
}

export function toggleFlag(session: Session, id: string): Session {
  if (session.finished !== undefined || !session.order.includes(id)) return session;
  const { flags } = session;
  return {
    ...session,
    flags: flags.includes(id) ? flags.filter((flag) => flag !== id) : [...flags, id],
  };
}

/** Goes to a position; stays within the questions. */
export function moveTo(session: Session, at: number): Session {
  return { ...session, at: Math.min(session.order.length - 1, Math.max(0, at)) };
}

/** Ends a session; a test that ran out of time ends at its limit. */
export function finish(session: Session, now: number): Session {
  if (session.finished !== undefined) return session;
  const end = session.mode === "test" ? Math.min(now, session.started + limitOf(session)) : now;
  return { ...session, finished: Math.max(session.started, end) };
}

/** The time a test gives, one minute per question. */
export function limitOf({ order }: Session): number {
  return order.length * timePerQuestion;
}

/** What is left of a test at `now`, in ms; none for practice. */
export function timeLeft(session: Session, now: number): number | undefined {
  if (session.mode === "practice") return undefined;
  return Math.max(0, session.started + limitOf(session) - (session.finished ?? now));
}

/** Whether the answer to a question may be shown. */
export function isRevealed({ mode, answers, finished }: Session, id: string): boolean {
  return finished !== undefined || (mode === "practice" && answers[id] !== undefined);
}

/** The questions without an answer, in the order asked. */
export function listOpen({ order, answers }: Session): string[] {
  return order.filter((id) => answers[id] === undefined);
}
