/**
 * `npm run eval:digits -- --images <idx.gz> --labels <idx.gz>`: accuracy of the shipped digit
 * recogniser in per cent, each image through the preprocessing of the drawing pad.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { readImages, readLabels } from "../demos/digits/idx-file.ts";
import { bestClass, readDigit } from "../demos/digits/network.ts";
import { centreDigit } from "../demos/digits/preprocess.ts";
import { readShippedDigits } from "../demos/digits/read-shipped.ts";

try {
  const { images: imagePath, labels: labelPath } = readOptions();
  const { images, height, width } = inFile(imagePath, readImages);
  const labels = inFile(labelPath, readLabels);
  if (images.length !== labels.length)
    throw new Error(`ambiguous data: ${images.length} images and ${labels.length} labels`);
  if (images.length === 0) throw new Error(`invalid images ${imagePath}: there are none`);
  const model = readShippedDigits();
  const right = images.filter((bytes, i) => {
    const ink = { height, width, data: Float32Array.from(bytes, (byte) => byte / 255) };
    const picture = centreDigit(ink);
    return picture !== undefined && bestClass(readDigit(model, picture)) === labels[i];
  }).length;
  console.log(`${((100 * right) / images.length).toFixed(2)} %`);
  console.log(`${right} of ${images.length} images right`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function readOptions(): { images: string; labels: string } {
  const { values } = parseArgs({
    options: { images: { type: "string" }, labels: { type: "string" } },
  });
  const { images, labels } = values;
  if (!images) throw new Error("missing --images: give an IDX file of images, gzipped or not");
  if (!labels) throw new Error("missing --labels: give the IDX file of their labels");
  return { images, labels };
}

/** What `read` makes of a file; its complaints name the file. */
function inFile<T>(path: string, read: (bytes: Uint8Array) => T): T {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  } catch (error) {
    throw new Error(`missing or broken file ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  try {
    return read(bytes);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
