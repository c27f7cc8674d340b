// A Han letter takes its brackets and stops along; anything else breaks at spaces.
const pieces =
  /[（《“]*\p{Script=Han}[，。；：、）》”]*\s*|[^\s\p{Script=Han}（《“]+\s*|[（《“\s]+/gu;

/**
 * A text as lines of at most `width`, broken between words and anywhere in Han text. A word longer
 * than a line has a line of its own. `measure` gives the width of a text in the same unit.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(pieces)) {
    if (line && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}
