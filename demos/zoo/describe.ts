import type { Language } from "../../src/site/languages.ts";
import type { CellKind, Layer, Network } from "./entry.ts";
import { kindNames, labels, ruleNames } from "./labels.ts";

/** The drawing in words: its layers in order, then how they are connected. */
export function describeNetwork({ layers, edges }: Network, lang: Language): string {
  const words = labels[lang];
  const listed = layers.map((layer, i) => `${i + 1}${words.colon}${describeLayer(layer, lang)}`);
  const joined = edges.map(({ from, to, rule }) => {
    const name = ruleNames[rule][lang];
    if (from === to) return `${from + 1} ${name}`;
    return lang === "zh" ? `${from + 1} 到 ${to + 1} ${name}` : `${from + 1} to ${to + 1} ${name}`;
  });
  return lang === "zh"
    ? `各层：${listed.join("；")}。连接：${joined.join("；")}。`
    : `Layers: ${listed.join("; ")}. Connections: ${joined.join("; ")}.`;
}

function describeLayer({ cells }: Layer, lang: Language): string {
  const parts = (Object.entries(cells) as [CellKind, number][]).map(([kind, count]) => {
    const { name } = kindNames[kind][lang];
    return lang === "zh" ? `${count} 个${name}单元` : `${count} ${name}`;
  });
  return parts.join(labels[lang].comma);
}
