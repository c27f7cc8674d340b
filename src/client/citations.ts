/** Gives each citation its source as a title; the page holds the text once, in its list of sources. */
export function nameCitations(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".cite a")) {
    const source = document.querySelector(`[id="${link.hash.slice(1)}"] > [lang]`);
    if (source) link.title = source.textContent;
  }
}
