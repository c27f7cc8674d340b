/** Opens search by `/`, Ctrl-K or a link to it; everything else of search loads only then. */
export function startSearch(): void {
  const open = async (link?: HTMLAnchorElement): Promise<void> => {
    const field = document.querySelector<HTMLInputElement>('[data-search="page"] input');
    if (field) return field.focus();
    try {
      const { openSearchDialog } = await import("./search-dialog.ts");
      openSearchDialog();
    } catch {
      if (link) location.href = link.href;
    }
  };
  document.addEventListener("click", (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link =
      target instanceof Element && target.closest<HTMLAnchorElement>("a[data-open-search]");
    if (!link || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    if (isComposing || altKey) return;
    const isField =
      target instanceof Element &&
      target.closest("input, select, textarea, [contenteditable]") !== null;
    const hasControl = ctrlKey || metaKey;
    if (!(hasControl ? key.toLowerCase() === "k" : key === "/" && !isField)) return;
    event.preventDefault();
    open();
  });
}
