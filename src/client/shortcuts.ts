/** Keys of every page: `?` shows them, `[` and `]` turn the page, `t` switches the language. */
export function startShortcuts(): void {
  const help = document.querySelector<HTMLDialogElement>("dialog[data-shortcuts]");
  const follow = (selector: string) => document.querySelector<HTMLAnchorElement>(selector)?.click();
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-open-shortcuts]")) help?.showModal();
  });
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing || isField(target)) return;
    if (key === "?") help?.showModal();
    else if (key === "[") follow("a[rel=prev]");
    else if (key === "]") follow("a[rel=next]");
    else if (key === "t") follow("a[data-twin]");
  });
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, select, textarea, [contenteditable]") !== null
  );
}
