/**
 * Minutes to read an MDX text, at 400 Han characters or 230 English words a minute: the rates of
 * careful reading (Brysbaert 2019 finds 238 words for English non-fiction).
 */
export function readingMinutes(body: string): number {
  const text = body.replace(/^```[\s\S]*?^```/gm, "").replace(/<[^>]+>|\$\$?[^$]+\$\$?/g, " ");
  const hanCount = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const wordCount = text.match(/[A-Za-z][A-Za-z'-]*/g)?.length ?? 0;
  return Math.max(1, Math.round(hanCount / 400 + wordCount / 230));
}
