/** Marks the section being read in the outline, and keeps the language switch at that section. */
export function startOutline(): void {
  const headings = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id]")];
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-outline] a")];
  const twin = document.querySelector<HTMLAnchorElement>("a[data-twin]");
  if (headings.length === 0) return;
  const visible = new Set<Element>();
  const findCurrent = () => headings.find((heading) => visible.has(heading)) ?? lastAbove(headings);
  const mark = () => {
    const current = findCurrent();
    for (const link of links) {
      const isCurrent = current !== undefined && link.hash === `#${CSS.escape(current.id)}`;
      link.toggleAttribute("data-current", isCurrent);
      if (isCurrent) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  // At the top there is no section to keep: the twin opens at its top too.
  const keepPlace = () => {
    if (twin) twin.hash = scrollY > 0 ? (findCurrent()?.id ?? "") : "";
  };
  for (const press of ["click", "auxclick"]) twin?.addEventListener(press, keepPlace);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target);
        else visible.delete(target);
      }
      mark();
    },
    { rootMargin: "0px 0px -60% 0px" },
  );
  for (const heading of headings) observer.observe(heading);
}

function lastAbove(headings: HTMLElement[]): HTMLElement | undefined {
  return headings.findLast((heading) => heading.getBoundingClientRect().top < 0);
}
