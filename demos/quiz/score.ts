import type { Item } from "./question.ts";
import type { Session } from "./session.ts";

export interface Score {
  right: number;
  answered: number;
  total: number;
}

/** The score of a session; questions without an answer count as missed. */
export function scoreOf(session: Session, items: readonly Item[]): Score {
  return scoreItems(session, listAsked(session, items));
}

/** The score of each topic that the session asks about, in the order of `topics`. */
export function scoreByTopic(
  session: Session,
  items: readonly Item[],
  topics: readonly string[],
): (Score & { topic: string })[] {
  const asked = listAsked(session, items);
  return topics.flatMap((topic) => {
    const own = asked.filter((item) => item.topic === topic);
    return own.length === 0 ? [] : [{ topic, ...scoreItems(session, own) }];
  });
}

/** The ids of the questions that were missed or left open, in the order asked. */
export function listMissed(session: Session, items: readonly Item[]): string[] {
  return listAsked(session, items)
    .filter(({ id, key }) => session.answers[id] !== key)
    .map(({ id }) => id);
}

function listAsked({ order }: Session, items: readonly Item[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

function scoreItems({ answers }: Session, items: readonly Item[]): Score {
  return {
    right: items.filter(({ id, key }) => answers[id] === key).length,
    answered: items.filter(({ id }) => answers[id] !== undefined).length,
    total: items.length,
  };
}
