/** A missed question on its way back: its box, and when it moved there (ms of the clock). */
export interface Card {
  box: number; // 1 … 5
  since: number;
}

export type Cards = Record<string, Card>;

const day = 86_400_000; // ms
/** How long a card rests in each box, after Leitner (1972): the better known, the longer. */
export const restDays = [0, 1, 3, 7, 14] as const;

/**
 * Moves the card of a question after an answer: a miss puts it into box 1, a right answer one box
 * on, and out of the last box. A question that was never missed has no card.
 */
export function reviewCard(cards: Cards, id: string, isRight: boolean, now: number): Cards {
  const card = cards[id];
  if (!isRight) return { ...cards, [id]: { box: 1, since: now } };
  if (!card) return cards;
  if (card.box < restDays.length) return { ...cards, [id]: { box: card.box + 1, since: now } };
  const { [id]: _known, ...others } = cards;
  return others;
}

/** When a card comes up again, in ms of the clock. */
export function dueTime({ box, since }: Card): number {
  return since + (restDays[box - 1] ?? 0) * day;
}

/** The questions that are due at `now`, the longest overdue first. */
export function listDue(cards: Cards, now: number): string[] {
  return Object.entries(cards)
    .filter(([, card]) => dueTime(card) <= now)
    .sort(([, a], [, b]) => dueTime(a) - dueTime(b))
    .map(([id]) => id);
}
