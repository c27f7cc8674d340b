import type { Bilingual } from "../../src/site/languages.ts";

const zh = {
  title: (character: string) => `前面哪些字影响了“${character}”`,
  note: "柱高是 ln p 对每个先前输入的嵌入求出的梯度的长度，由反向传播穿过时间算出。梯度大，表示那个字稍变，这里的预测就明显变。",
  pointing: "指着哪个字，就画哪个字的图，移开就回到选中的字；点一下选定。方向键也能逐字移动。",
  map: "整段文字，每个字上方是它的影响",
  start: "开头",
  place: (at: number, character: string) => `第 ${at} 字“${character}”`,
  length: (value: string) => `，梯度长度 ${value}`,
  summary: (top: { character: string; place: number; length: string }[]) =>
    `影响最大的是${top.map(({ character, place, length }) => `${place === 0 ? character : `第 ${place} 字“${character}”`}（${length}）`).join("、")}。`,
  table: "梯度长度表",
  character: "字",
  gradient: "梯度长度",
};

const en: typeof zh = {
  title: (character) => `What came before and mattered for “${character}”`,
  note: "Each bar is the length of the gradient of ln p with respect to the embedding of an earlier input, by backpropagation through time. A long one means: change that character a little and this prediction moves a lot.",
  pointing:
    "Point at a character to see its map; away from the text, the chosen one is back. A click chooses; arrow keys move along the text.",
  map: "The whole text, the influence of each character above it",
  start: "start",
  place: (at, character) => `character ${at} “${character}”`,
  length: (value) => `, length of the gradient ${value}`,
  summary: (top) =>
    `Strongest: ${top.map(({ character, place, length }) => `${place === 0 ? character : `character ${place} “${character}”`} (${length})`).join(", ")}.`,
  table: "Table of gradient lengths",
  character: "Character",
  gradient: "Length of the gradient",
};

export const influenceLabels: Bilingual<typeof zh> = { zh, en };
