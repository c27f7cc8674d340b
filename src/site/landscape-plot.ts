import { stateSigns, type Tool, toolKinds, toolStates } from "./landscape.ts";
import type { Bilingual, Language } from "./languages.ts";
import type { PlotData } from "./schema.ts";
import { fillIn, type Strings, stringsOf } from "./strings.ts";

/** How many tools of each kind are in each state, as a plot with one sign for each tool. */
export function plotLandscape(landscape: readonly Tool[]): PlotData {
  const groups = toolStates.flatMap((state) => {
    const tools = landscape.filter((tool) => tool.state === state);
    return tools.length > 0 ? [{ state, tools }] : [];
  });
  return {
    kind: "plot",
    mark: "unit",
    caption: inBoth((t) => fillIn(t.landscape.caption, { total: landscape.length })),
    alt: inBoth((t, lang) => {
      const counts = groups.map(({ state, tools }) => `${t.toolState[state]} ${tools.length}`);
      return lang === "zh" ? `${counts.join("，")}。` : `${counts.join(", ")}.`;
    }),
    x: { label: inBoth((t) => t.landscape.count), scale: "linear" },
    y: { label: inBoth((t) => t.landscape.kind), scale: "linear" },
    series: groups.map(({ state, tools }) => ({
      label: inBoth((t) => `${stateSigns[state]} ${t.toolState[state]}`),
      points: toolKinds.flatMap((kind): [Bilingual, number][] => {
        const count = tools.filter((tool) => tool.kind === kind).length;
        return count > 0 ? [[inBoth((t) => t.toolKind[kind]), count]] : [];
      }),
    })),
    sources: [],
  };
}

function inBoth(write: (t: Strings, lang: Language) => string): Bilingual {
  return {
    zh: write(stringsOf("zh"), "zh"),
    en: write(stringsOf("en"), "en"),
  };
}
