import type { PageLink, Question } from "./question.ts";

const most = 4;

/** What to read after missing these questions: the pages named most often first, at most four. */
export function listReading(missed: readonly Pick<Question, "next">[]): PageLink[] {
  const counts = new Map<string, { link: PageLink; count: number }>();
  for (const link of missed.flatMap(({ next }) => next)) {
    counts.set(link.url, { link, count: (counts.get(link.url)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ link }) => link);
}
