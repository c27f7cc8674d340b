import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { drawInk, type Stroke } from "../../../demos/digits/strokes.ts";

const folder = mkdtempSync(join(tmpdir(), "digits-"));
const one: Stroke[] = [
  [
    [32, 8],
    [31, 56],
  ],
];
const seven: Stroke[] = [
  [
    [14, 10],
    [48, 10],
    [28, 56],
  ],
];

function write(name: string, content: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function images(...drawings: Stroke[][]): Uint8Array {
  const inks = drawings.map((strokes) => drawInk(strokes));
  const header = Buffer.alloc(16);
  for (const [i, value] of [0x803, inks.length, 128, 128].entries())
    header.writeUInt32BE(value, 4 * i);
  return Buffer.concat([header, ...inks.map(({ data }) => Uint8Array.from(data, (v) => v * 255))]);
}

function labels(...digits: number[]): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(0x801, 0);
  header.writeUInt32BE(digits.length, 4);
  return Buffer.concat([header, Uint8Array.from(digits)]);
}

async function run(...options: string[]): Promise<{ out: string; fault: string }> {
  try {
    const command = ["scripts/eval-digits.ts", ...options];
    const { stdout } = await promisify(execFile)(process.execPath, command);
    return { out: stdout, fault: "" };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { out: stdout, fault: stderr };
  }
}

const pictures = write("images.gz", gzipSync(images(one, seven, one, seven)));

test("the share of right answers comes in per cent, from packed and plain files", async () => {
  const right = write("labels", labels(1, 7, 1, 7));
  assert.match((await run("--images", pictures, "--labels", right)).out, /^100\.00 %\n4 of 4/);
  const wrong = write("labels.gz", gzipSync(labels(1, 7, 1, 0)));
  assert.match((await run("--images", pictures, "--labels", wrong)).out, /^75\.00 %\n3 of 4/);
});

test("a missing option, file, kind, length or label is named", async () => {
  const three = write("three", labels(1, 7, 1));
  const cases: [string[], RegExp][] = [
    [[], /^missing --images/],
    [["--images", pictures], /^missing --labels/],
    [["--images", join(folder, "none"), "--labels", three], /missing or broken file .*none/],
    [["--images", three, "--labels", three], /three: invalid images: .* expected 2051/],
    [["--images", pictures, "--labels", three], /^ambiguous data: 4 images and 3 labels/],
    [["--images", pictures, "--labels", write("ten", labels(10))], /invalid label 10/],
    [
      ["--images", write("cut", images(one).slice(0, 99)), "--labels", three],
      /cut: invalid images: 99 bytes instead of 16400/,
    ],
  ];
  for (const [options, sentence] of cases) {
    const { out, fault } = await run(...options);
    assert.match(fault, sentence);
    assert.equal(out, "");
  }
});
