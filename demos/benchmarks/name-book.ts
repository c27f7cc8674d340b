import type { Meta } from "./filters.ts";
import type { Algorithm, Dataset } from "./row.ts";

/** Turns published names into ids; those that the collection does not have are added here. */
export interface NameBook {
  algorithms: Algorithm[];
  datasets: Dataset[];
  findAlgorithm(name: string): string;
  findDataset(name: string): string;
}

/** A book with no additions yet. An unknown name becomes its own id. */
export function createNameBook(meta: Meta): NameBook {
  const algorithms: Algorithm[] = [];
  const datasets: Dataset[] = [];
  return {
    algorithms,
    datasets,
    findAlgorithm(name) {
      const known = [...meta.algorithms.values(), ...algorithms];
      const match = known.find(({ id, label }) => label === name || id === name);
      if (match) return match.id;
      algorithms.push({ id: name, label: name, names: [name], family: "other", state: "unknown" });
      return name;
    },
    findDataset(name) {
      const known = [...meta.datasets.values(), ...datasets];
      const match = known.find((dataset) => dataset.name === name || dataset.id === name);
      if (match) return match.id;
      // ann-benchmarks names end in the distance.
      const ending = (["angular", "euclidean", "hamming"] as const).find((end) =>
        name.endsWith(end),
      );
      datasets.push({ id: name, name, distance: ending ?? "unknown" });
      return name;
    },
  };
}
