/** Marks the section being read in the outline, and keeps the language switch at that section. */
export function startOutline(): void {
  const headings = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id]")];
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-outline] a")];
  const twin = document.querySelector<HTMLAnchorElement>("a[data-twin]");
  if (headings.length === 0) return;
  const visible = new Set<Element>();
  const mark = () => {
    const current = headings.find((heading) => visible.has(heading)) ?? lastAbove(headings);
    for (const link of links) {
      const isCurrent = current !== undefined && link.hash === `#${CSS.escape(current.id)}`;
      link.toggleAttribute("data-current", isCurrent);
      if (isCurrent) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (twin) twin.hash = current?.id ?? "";
  };
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
