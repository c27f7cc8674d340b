/**
 * A query in the letters of the index: full-width letters and digits as plain ones, traditional
 * characters as simplified ones.
 * @param traditional pairs of a traditional character and its simplified one, run together
 */
export function respellQuery(query: string, traditional: string): string {
  const simplified = new Map<string, string>();
  const signs = [...traditional];
  for (let at = 0; at < signs.length; at += 2) simplified.set(signs[at] ?? "", signs[at + 1] ?? "");
  return [...query].map((sign) => simplified.get(sign) ?? narrow(sign)).join("");
}

/** U+FF10 to U+FF5A hold the plain letters and digits once more, as wide as a Han character. */
function narrow(sign: string): string {
  return /[０-９Ａ-Ｚａ-ｚ]/.test(sign) ? sign.normalize("NFKC") : sign;
}
