import { languages } from "./languages.ts";

/** Static paths of a page that exists once per language. */
export function languagePaths() {
  return languages.map((lang) => ({ params: { lang } }));
}
