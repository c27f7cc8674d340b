import type { Meta } from "./filters.ts";
import { createDefaultView, type ViewState } from "./view-state.ts";

export const presetNames = ["first", "machines", "difficulty", "datasets"] as const;

export type PresetName = (typeof presetNames)[number];

/** A view that shows one thing well. `home` is the data set that the page opens with. */
export function buildPreset(name: PresetName, home: string, meta: Meta): ViewState {
  const open = (dataset: string): ViewState => createDefaultView(dataset, meta);
  switch (name) {
    case "first":
      return open(home);
    case "machines": {
      const view = open("fashion-mnist-784-euclidean");
      const runs = [...meta.runs.values()].filter(({ campaign }) => campaign === "milvus-2020");
      const filter = {
        ...view.filter,
        runs: runs.map(({ id }) => id),
        algorithms: ["hnswlib"],
      };
      return { ...view, filter };
    }
    case "difficulty": {
      const view = open("difficulty-glove");
      const querySets = ["lid-easy", "lid-middle", "lid-hard", "lid-diverse"];
      return { ...view, filter: { ...view.filter, querySets }, facet: "queries" };
    }
    case "datasets":
      return { ...open(home), facet: "datasets" };
  }
}
