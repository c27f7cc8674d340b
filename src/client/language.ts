import { isLanguage } from "../site/languages.ts";

const key = "language";

/** Remembers the language that a reader switches to, for the next visit to the front door. */
export function startLanguageMemory(): void {
  const twin = document.querySelector<HTMLAnchorElement>("a[data-twin]");
  twin?.addEventListener("click", () => {
    try {
      localStorage.setItem(key, twin.dataset["language"] ?? "");
    } catch {
      // Storage may be blocked; the browser's language decides next time.
    }
  });
}

/** The language to open with: the remembered one, else the browser's, else Chinese. */
export function chooseLanguage(): "zh" | "en" {
  try {
    const remembered = localStorage.getItem(key);
    if (isLanguage(remembered)) return remembered;
  } catch {
    // Storage may be blocked.
  }
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return preferred ?? "zh";
}
