/** Arrow keys go from the field through the results and back; Enter follows the link in focus. */
export function moveFocus(event: KeyboardEvent, root: HTMLElement): void {
  const { key, isComposing, target } = event;
  if (isComposing || (key !== "ArrowDown" && key !== "ArrowUp")) return;
  if (target instanceof HTMLSelectElement) return;
  const stops = [...root.querySelectorAll<HTMLElement>("form input, [data-search-results] a")];
  const at = stops.indexOf(target as HTMLElement);
  const next = stops[key === "ArrowDown" ? at + 1 : at - 1];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
