/** Draws the relations of the pattern that is pointed at or has the focus. */
export function startRelationMap(): void {
  const map = document.querySelector<HTMLElement>("[data-relation-map]");
  const svg = map?.querySelector("svg");
  const status = map?.querySelector<HTMLElement>("[data-map-status]");
  if (!map || !svg || !status) return;
  const nodes = new Map(
    [...map.querySelectorAll<HTMLAnchorElement>("a[data-slug]")].map((node) => [
      node.dataset["slug"] ?? "",
      node,
    ]),
  );
  const words: Record<string, string> = JSON.parse(status.dataset["words"] ?? "{}");
  const choose = (chosen: HTMLAnchorElement) => {
    for (const node of nodes.values()) {
      node.removeAttribute("data-near");
      node.toggleAttribute("data-chosen", node === chosen);
    }
    const links = (chosen.dataset["links"] ?? "").split(" ").map((link) => link.split(":"));
    const groups = new Map<string, string[]>();
    const paths = links.flatMap(([label = "", slug = ""]) => {
      const node = nodes.get(slug);
      if (!node) return [];
      node.setAttribute("data-near", "");
      groups.set(label, [...(groups.get(label) ?? []), node.textContent ?? ""]);
      return [drawCurve(svg.getBoundingClientRect(), chosen, node)];
    });
    svg.replaceChildren(...paths);
    const isChinese = document.documentElement.lang === "zh-CN";
    const [comma, colon, stop] = isChinese ? ["、", "：", "；"] : [", ", ": ", "; "];
    const parts = [...groups].map(
      ([label, names]) => `${words[label]}${colon}${names.join(comma)}`,
    );
    status.textContent = `${chosen.textContent}${colon}${parts.join(stop)}`;
  };
  const nodeOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-slug]") : null;
  map.addEventListener("focusin", (event) => {
    const node = nodeOf(event);
    if (node) choose(node);
  });
  map.addEventListener("pointerover", (event) => {
    const node = nodeOf(event);
    if (node && event.pointerType === "mouse") choose(node);
  });
  // A finger cannot point without tapping: the first tap shows the relations, the second follows.
  map.addEventListener("pointerdown", (event) => {
    const node = nodeOf(event);
    if (!node || event.pointerType === "mouse" || node.hasAttribute("data-chosen")) return;
    node.addEventListener("click", (click) => click.preventDefault(), { once: true });
  });
}

/** A curve between the middles of two nodes, in the px of the drawing. */
function drawCurve(origin: DOMRect, from: Element, to: Element): SVGPathElement {
  const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
  const isBelow = b.top > a.bottom;
  const isAbove = b.bottom < a.top;
  const x1 = a.left + a.width / 2 - origin.left;
  const x2 = b.left + b.width / 2 - origin.left;
  const y1 = (isBelow ? a.bottom : a.top) - origin.top;
  const y2 = (isBelow ? b.top : isAbove ? b.bottom : b.top) - origin.top;
  const lift = isBelow || isAbove ? (y1 + y2) / 2 : Math.min(y1, y2) - 18;
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", `M${x1},${y1}C${x1},${lift} ${x2},${lift} ${x2},${y2}`);
  return path;
}
