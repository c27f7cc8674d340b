import { drawCells } from "./matrix-path.ts";

const unit = 24; // px
const margin = 40;
const head = 34; // height of the title

/** The matrix of one head as an SVG that stands on its own, in ink on paper. */
export function drawMatrix(
  weights: Float32Array,
  symbols: readonly string[],
  title: string,
): string {
  const T = symbols.length;
  const side = T * unit;
  const width = Math.max(margin + side + 12, 320);
  const height = head + margin + side + 12;
  const cells = drawCells(weights, T, 16)
    .map(({ strength, path }) => `<path d="${path}" fill-opacity="${strength.toFixed(3)}"/>`)
    .join("");
  const names = symbols
    .map((symbol, t) => {
      const text = escapeText(symbol);
      const middle = (t + 0.5) * unit;
      return (
        `<text x="${margin - 8}" y="${head + margin + middle + 5}" text-anchor="end">${text}</text>` +
        `<text x="${margin + middle}" y="${head + margin - 8}" text-anchor="middle">${text}</text>`
      );
    })
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="15" fill="#1c1b19">` +
    `<rect width="${width}" height="${height}" fill="#fbfaf7"/>` +
    `<text x="8" y="24">${escapeText(title)}</text>` +
    `<rect x="${margin}" y="${head + margin}" width="${side}" height="${side}" fill="#fffefb" stroke="#8b8578"/>` +
    `<g transform="translate(${margin} ${head + margin}) scale(${unit})" fill="#2f5d7c">${cells}</g>${names}</svg>`
  );
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
