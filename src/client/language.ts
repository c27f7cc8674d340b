import { isLanguage } from "../site/languages.ts";

const key = "language";

/**
 * Remembers the language that a reader switches to, for the next visit to the front door, and takes
 * along what the reader has set on the page: filters, a query, the view of a figure.
 */
export function startLanguageMemory(): void {
  const twin = document.querySelector<HTMLAnchorElement>("a[data-twin]");
  const keepSettings = () => {
    if (twin) twin.search = location.search;
  };
  twin?.addEventListener("auxclick", keepSettings);
  twin?.addEventListener("click", () => {
    keepSettings();
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
