/** Style that a picture needs when it leaves the page. */
const carried = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size"];

const svgNamespace = "http://www.w3.org/2000/svg";

export interface PictureText {
  title: string;
  legend: { label: string; swatch: SVGSVGElement | undefined }[];
  source: string[]; // lines below the chart: machine, source, licence
}

/** The picture on the page as an SVG file of its own, with title, key and sources. */
export function drawPicture(charts: readonly SVGSVGElement[], text: PictureText): string {
  const first = charts[0];
  if (!first) throw new Error("missing chart");
  const [width, height] = [first.viewBox.baseVal.width, first.viewBox.baseVal.height];
  const columns = Math.min(charts.length, 3);
  const root = document.createElementNS(svgNamespace, "svg");
  const ink = getComputedStyle(document.documentElement).color;
  const paper = getComputedStyle(document.body).backgroundColor;
  const total = Math.max(width * columns, 480);
  let y = 26;
  const write = (line: string, x: number, size: number): void => {
    const node = document.createElementNS(svgNamespace, "text");
    node.textContent = line;
    setAll(node, { x, y, fill: ink, "font-size": size });
    root.append(node);
  };
  const perLine = Math.max(1, Math.floor((total - 24) / 200));
  write(text.title, 12, 15);
  y += 10;
  charts.forEach((chart, i) => {
    const copy = copyStyled(chart);
    setAll(copy, {
      x: (i % columns) * width,
      y: y + Math.floor(i / columns) * height,
      width,
      height,
    });
    root.append(copy);
  });
  y += Math.ceil(charts.length / columns) * height + 12;
  text.legend.forEach(({ label, swatch }, i) => {
    const x = 12 + (i % perLine) * 200;
    if (i > 0 && i % perLine === 0) y += 20;
    if (swatch) {
      const copy = copyStyled(swatch);
      setAll(copy, { x, y: y - 11 });
      root.append(copy);
    }
    write(label, x + 38, 12);
  });
  for (const line of text.source) {
    y += 20;
    write(line, 12, 11);
  }
  const bottom = y + 14;
  setAll(root, { width: total, height: bottom, viewBox: `0 0 ${total} ${bottom}` });
  root.setAttribute("font-family", getComputedStyle(document.body).fontFamily);
  const ground = document.createElementNS(svgNamespace, "rect");
  setAll(ground, { width: total, height: bottom, fill: paper });
  root.prepend(ground);
  return new XMLSerializer().serializeToString(root);
}

/** An SVG file as a PNG at twice its size. Rejects when the browser cannot draw it. */
export async function paintPicture(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the reader. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
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
