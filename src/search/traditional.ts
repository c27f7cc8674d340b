import { Converter } from "opencc-js/t2cn";

const simplify = Converter({ from: "t", to: "cn" });
const [firstHan, lastHan] = [0x4e00, 0x9fff]; // CJK Unified Ideographs

/** Every traditional character whose simplified one is in `text`, each before that one, run together. */
export function pairTraditional(text: string): string {
  const known = new Set(text);
  let pairs = "";
  for (let code = firstHan; code <= lastHan; code += 1) {
    const sign = String.fromCodePoint(code);
    const simple = simplify(sign);
    if (simple !== sign && known.has(simple)) pairs += sign + simple;
  }
  return pairs;
}
