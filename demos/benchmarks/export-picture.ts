import { wrapText } from "./wrap-text.ts";

/** Style that a picture needs when it leaves the page. */
const carried = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size"];

const svgNamespace = "http://www.w3.org/2000/svg";
const margin = 12; // px, as all lengths here
const swatchWidth = 38;

export interface PictureText {
  title: string;
  legend: { label: string; swatch: SVGSVGElement | undefined }[];
  source: string[]; // paragraphs below the chart: machine, source, licence
}

export interface PictureChart {
  picture: SVGSVGElement;
  title: string; // of one among several
}

/** The charts on the page as an SVG file of its own, with title, key and sources. */
export function drawPicture(charts: readonly PictureChart[], text: PictureText): string {
  const first = charts[0]?.picture;
  if (!first) throw new Error("missing chart");
  const { width, height } = first.viewBox.baseVal;
  const columns = Math.min(charts.length, 3);
  const total = Math.max(width * columns, 480);
  const head = charts.some(({ title }) => title) ? 22 : 0;
  const root = document.createElementNS(svgNamespace, "svg");
  const family = getComputedStyle(document.body).fontFamily;
  const ink = getComputedStyle(document.documentElement).color;
  const write = (line: string, x: number, y: number, size: number): void => {
    const node = document.createElementNS(svgNamespace, "text");
    node.textContent = line;
    setAll(node, { x, y, fill: ink, "font-size": size });
    root.append(node);
  };
  let y = 6;
  const writeLines = (paragraph: string, size: number): void => {
    for (const line of wrapText(paragraph, total - 2 * margin, createRuler(family, size))) {
      y += Math.ceil(size * 1.5);
      write(line, margin, y, size);
    }
  };
  writeLines(text.title, 15);
  y += 10;
  charts.forEach(({ picture, title }, i) => {
    const x = (i % columns) * width;
    const top = y + Math.floor(i / columns) * (height + head);
    if (title) write(title, x + margin, top + 15, 13);
    const copy = copyStyled(picture);
    setAll(copy, { x, y: top + head, width, height });
    root.append(copy);
  });
  y += Math.ceil(charts.length / columns) * (height + head) + 12;
  const measure = createRuler(family, 12);
  const widest = Math.max(...text.legend.map(({ label }) => measure(label)), 0);
  const cell = swatchWidth + widest + 18;
  const perLine = Math.max(1, Math.floor((total - 2 * margin) / cell));
  text.legend.forEach(({ label, swatch }, i) => {
    const x = margin + (i % perLine) * cell;
    if (i > 0 && i % perLine === 0) y += 20;
    if (swatch) {
      const copy = copyStyled(swatch);
      setAll(copy, { x, y: y - 11 });
      root.append(copy);
    }
    write(label, x + swatchWidth, y, 12);
  });
  y += 6;
  for (const paragraph of text.source) writeLines(paragraph, 11);
  const bottom = y + 14;
  setAll(root, { width: total, height: bottom, viewBox: `0 0 ${total} ${bottom}` });
  root.setAttribute("font-family", family);
  const ground = document.createElementNS(svgNamespace, "rect");
  const paper = getComputedStyle(document.body).backgroundColor;
  setAll(ground, { width: total, height: bottom, fill: paper });
  root.prepend(ground);
  return new XMLSerializer().serializeToString(root);
}

function createRuler(family: string, size: number): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (context) context.font = `${size}px ${family}`;
  return (text) => context?.measureText(text).width ?? text.length * size;
}

// Colours come from the page's custom properties; a file has none, so they are written out.
function copyStyled(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>("*");
  copy.removeAttribute("class");
  copy.querySelectorAll<SVGElement>("*").forEach((node, i) => {
    const original = originals[i];
    if (!original) return;
    const style = getComputedStyle(original);
    node.removeAttribute("style");
    node.removeAttribute("class");
    for (const name of carried) node.setAttribute(name, style.getPropertyValue(name));
  });
  return copy;
}

function setAll(node: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}
