/** Splits the text of a heading, `问题 [#problem]`, into what is shown and its id. */
export function splitHeadingId(text: string): { text: string; id: string | undefined } {
  const match = /^(.*?)\s*\[#([^\]\s]*)\]\s*$/s.exec(text);
  return { text: match?.[1] ?? text, id: match?.[2] };
}
