import {
  type Cells,
  type PublishedRow,
  readNumber,
  readPositive,
  readText,
} from "./published-row.ts";

/** How the file of VectorDBBench is read: a case is a data set with or without a filter. */
export const vectordbbenchFiles: Record<string, (cells: Cells) => PublishedRow> = {
  "vectordbbench-2023-2026.csv": (cells) => {
    const label = readText(cells, "db_label");
    const machine = findMachine(readText(cells, "db"), label);
    const setting = label.startsWith(machine) ? label.slice(machine.length).replace(/^-/, "") : "";
    const version = readText(cells, "version");
    return {
      ...readCase(readText(cells, "case"), readText(cells, "case_detail")),
      run: `vdbb-${readText(cells, "run_date")}-${slug(machine)}`,
      algorithm: readText(cells, "db"),
      parameters: [version, setting, readText(cells, "index_parameters")].filter(Boolean).join(" "),
      k: readNumber(cells, "k"),
      figures: {
        recall: readNumber(cells, "recall"),
        qps: readNumber(cells, "qps"),
        p99Ms: readNumber(cells, "p99_ms"),
        buildSeconds: readPositive(cells, "load_s"), // 0 where an earlier load was reused
      },
    };
  },
};

// The label begins with the size of the machine, the pod or the plan.
function findMachine(db: string, label: string): string {
  if (db === "S3Vectors" || db === "TurboPuffer") return db;
  const size =
    /^(upTo2\.5c8g|\d+c\d+g(-\dnode)?|[ps]\d\.x\d(-\dnode)?|\d+cu-perf|bus_crit|standard)/;
  const machine = size.exec(label)?.[0];
  if (!machine) throw new Error(`unknown machine in label: ${label}`);
  return machine;
}

function readCase(name: string, detail: string): { dataset: string; querySet: string } {
  const [, dimensions = "", size = "", percent] =
    /^Performance(\d+)D(\d+[KM])(\d+)?P?$/.exec(name) ?? [];
  if (dimensions) {
    const maker = dimensions === "768" ? "Cohere" : "OpenAI";
    const querySet = percent ? `int-${Number(percent) / 100}` : "";
    return { dataset: `${maker} ${dimensions}D ${size}`, querySet };
  }
  const [, cohere] = /"(?:Medium|Large) Cohere \(768dim, (\d+M)\)"/.exec(detail) ?? [];
  const [, kind, share] = /"(label_percentage|filter_rate)":([\d.]+)/.exec(detail) ?? [];
  if (!cohere || !share) throw new Error(`unknown case: ${name} ${detail}`);
  const querySet = `${kind === "filter_rate" ? "int" : "label"}-${Number(share)}`;
  return { dataset: `Cohere 768D ${cohere}`, querySet };
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
