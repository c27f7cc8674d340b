import type { Bilingual } from "../../src/site/languages.ts";

const measures: Record<string, Bilingual> = {
  lid: { zh: "局部本征维度", en: "local intrinsic dimensionality" },
  lrc: { zh: "相对对比度", en: "relative contrast" },
  expansion: { zh: "扩张率", en: "expansion" },
};

const levels: Record<string, Bilingual> = {
  easy: { zh: "易", en: "easy" },
  middle: { zh: "中", en: "middle" },
  hard: { zh: "难", en: "hard" },
  diverse: { zh: "混合", en: "diverse" },
};

const others: Record<string, Bilingual> = {
  "": { zh: "全部查询", en: "all queries" },
  public: { zh: "公开查询", en: "public queries" },
  private: { zh: "保密查询", en: "private queries" },
  runbook: { zh: "增删查脚本", en: "runbook of inserts, deletions and queries" },
};

const difficulty = /^(lid|lrc|expansion)-(easy|middle|hard|diverse)$/;
const filter = /^(int|label)-(0\.\d+)$/; // share removed by an integer filter, kept by a label

/** A query set split into what made it: a measure of difficulty and a level. */
export function parseDifficulty(id: string): { measure: string; level: string } | undefined {
  const [, measure, level] = difficulty.exec(id) ?? [];
  return measure && level ? { measure, level } : undefined;
}

/** What a reader calls the query set; an unknown one keeps its id. */
export function labelQuerySet(id: string): Bilingual {
  const parts = parseDifficulty(id);
  const measure = parts && measures[parts.measure];
  const level = parts && levels[parts.level];
  if (measure && level)
    return { zh: `${level.zh}（${measure.zh}）`, en: `${level.en} (${measure.en})` };
  const [, kind, share] = filter.exec(id) ?? [];
  if (kind && share) {
    const percent = `${Number((Number(share) * 100).toPrecision(6))}%`;
    return kind === "int"
      ? { zh: `整数过滤，去掉 ${percent}`, en: `integer filter, removes ${percent}` }
      : { zh: `标签过滤，留下 ${percent}`, en: `label filter, keeps ${percent}` };
  }
  return others[id] ?? { zh: id, en: id };
}

/** Plain queries first, then difficulty by measure and level, then the rest by name and share. */
export function compareQuerySets(a: string, b: string): number {
  return rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: false });
}

function rank(id: string): number {
  if (id === "") return 0;
  const parts = parseDifficulty(id);
  if (!parts) return 100;
  const measure = Object.keys(measures).indexOf(parts.measure);
  return 1 + measure * 10 + Object.keys(levels).indexOf(parts.level);
}
