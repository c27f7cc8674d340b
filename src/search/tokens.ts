/** One unit of the index: a Han character, a run of letters and digits, or a mark. */
export interface Token {
  text: string; // folded
  kind: "han" | "word" | "mark";
}

/** Marks that are searchable; every other mark takes a place in the text but cannot be asked for. */
export const searchableMarks = "-–—./+#×'’&%:=_^*@~、，：（）()·";

/** Pagefind's own sign for a border between two words. */
export const zeroWidthSpace = "\u200B";
const hanBorder = /(?<=\p{Script=Han})(?=\S)|(?<=\S)(?=\p{Script=Han})/gu;
const unit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\S/gu;

/** Sets every Han character apart, so that the index cuts no word out of Chinese text. */
export function separateHan(text: string): string {
  return text.replace(hanBorder, zeroWidthSpace);
}

/** Lower case without diacritics, as Pagefind stores its words. */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Cuts a query as the index cuts a page; marks at either end are dropped, but not those of C++. */
export function cutQuery(query: string): Token[] {
  const tokens = (foldText(query).match(unit) ?? []).map((text): Token => {
    if (/\p{Script=Han}/u.test(text)) return { text, kind: "han" };
    return { text, kind: /[\p{L}\p{N}]/u.test(text) ? "word" : "mark" };
  });
  const first = tokens.findIndex(({ kind }) => kind !== "mark");
  const last = tokens.findLastIndex(({ kind, text }) => kind !== "mark" || /[+#%]/.test(text));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}
