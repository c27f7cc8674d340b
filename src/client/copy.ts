/** Buttons that copy: each names the element whose text it takes. */
export function startCopyButtons(): void {
  document.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>("button[data-copy]");
    if (!button) return;
    const source = button.parentElement?.querySelector("[data-copy-source], pre");
    const { copied = "", failed = "", copy = "" } = button.dataset;
    try {
      await navigator.clipboard.writeText(source?.textContent ?? "");
      button.textContent = copied;
    } catch {
      button.textContent = failed;
    }
    setTimeout(() => {
      button.textContent = copy;
    }, 2000);
  });
}
