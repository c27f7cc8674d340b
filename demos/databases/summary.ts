import type { Language } from "../../src/site/languages.ts";
import type { Database } from "./database.ts";

/** What is shown, in one sentence. */
export function describeShown(shown: readonly Database[], all: number, lang: Language): string {
  const inside = shown.filter(({ training }) => training === "engine").length;
  const still = shown.filter(({ moves }) => moves === "nothing").length;
  const gone = shown.filter(({ state }) => state.kind === "gone").length;
  if (lang === "zh") {
    return `${all} 个里显示 ${shown.length} 个：${inside} 个在引擎内训练，${still} 个训练时数据不动，${gone} 个已停。`;
  }
  return `Showing ${shown.length} of ${all}: ${inside} train in the engine, ${still} move no data to train, ${gone} ended.`;
}
