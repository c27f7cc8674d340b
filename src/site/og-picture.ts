import { readFileSync } from "node:fs";
import satori from "satori";
import sharp from "sharp";

const size = { width: 1200, height: 630 };
const folder = "node_modules/@fontsource/noto-serif-sc/files";

/** A node of the tree that satori draws. */
interface Box {
  type: "div";
  props: { style: Record<string, string | number>; children: string | Box[] };
}

const box = (style: Record<string, string | number>, children: string | Box[]): Box => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children },
});

/** The picture that a shared link shows: the title on paper with a seal; a PNG of 1200 × 630 px. */
export async function drawOgPicture(
  title: string,
  kind: string,
  siteName: string,
): Promise<Buffer> {
  fonts ??= readFonts();
  const column = box(
    { flexDirection: "column", justifyContent: "space-between", width: 1032, height: 486 },
    [
      box({ fontSize: 32, color: "#57534b" }, kind || " "),
      box({ fontSize: title.length > 24 ? 60 : 76, lineHeight: 1.35 }, title),
      box({ alignItems: "center", fontSize: 34 }, [
        box({ width: 40, height: 40, background: "#a8321f", marginRight: 24 }, ""),
        box({}, siteName),
      ]),
    ],
  );
  const page = {
    alignItems: "center",
    justifyContent: "center",
    width: "100%",
    height: "100%",
    background: "#fbfaf7",
    color: "#1c1b19",
    fontFamily: fonts.map(({ name }) => name).join(", "),
  };
  const tree = box(page, [column]);
  // Satori takes plain trees; its type names React's, which is not installed.
  const svg = await satori(tree as unknown as Parameters<typeof satori>[0], { ...size, fonts });
  // More effort takes four times as long for a twentieth less.
  return sharp(Buffer.from(svg)).png({ palette: true, effort: 1 }).toBuffer();
}

type Fonts = Parameters<typeof satori>[1]["fonts"];
let fonts: Fonts | undefined;

/** All of the font, one list for all pictures: satori keeps what it has parsed of a list. */
function readFonts(): Fonts {
  const css = readFileSync("node_modules/@fontsource/noto-serif-sc/400.css", "utf8");
  const files = [...css.matchAll(/files\/([^)]+\.woff)\)/g)].map(([, file = ""]) => file);
  return files.map((file, i) => ({
    name: `serif-${i}`, // one name each: satori looks for a missing character in the next family
    data: readFileSync(`${folder}/${file}`),
    weight: 400 as const,
  }));
}
