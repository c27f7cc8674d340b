export interface ModelHeader {
  name: string;
  architecture: "transformer" | "lstm";
  vocabulary: string[];
  config: Record<string, unknown>;
  tensors: TensorEntry[];
  /** Size of weights.bin. */
  bytes: number;
  /** SHA-256 of weights.bin, in hexadecimal. */
  sha256: string;
}

export type TensorEntry = {
  name: string;
  /** `[rows, columns]` or `[length]`. */
  shape: number[];
  /** Byte in weights.bin where the values begin. */
  offset: number;
} & (
  | { type: "float32" }
  /** One scale per row, float32, from byte `scale` on: value = integer × scale of its row. */
  | { type: "int8"; scale: number }
);

/** The checked content of a `model.json` of format 1. Throws an Error naming field and value. */
export function parseModelHeader(json: unknown): ModelHeader {
  const record = asRecord(json, "model.json");
  check(record["format"] === 1, "format", record["format"], "1");
  const { name, architecture, vocabulary, tensors, bytes, sha256 } = record;
  check(typeof name === "string" && name !== "", "name", name, "a name");
  check(
    architecture === "transformer" || architecture === "lstm",
    "architecture",
    architecture,
    "transformer or lstm",
  );
  check(
    Array.isArray(vocabulary) &&
      vocabulary.length > 2 &&
      vocabulary.every((entry): entry is string => typeof entry === "string") &&
      new Set(vocabulary).size === vocabulary.length,
    "vocabulary",
    vocabulary,
    "three or more different strings",
  );
  check(vocabulary[0] === "\n", "vocabulary[0]", vocabulary[0], "the line end");
  check(record["start"] === 0, "start", record["start"], "0");
  check(record["unknown"] === 1, "unknown", record["unknown"], "1");
  check(isCount(bytes), "bytes", bytes, "a size in bytes");
  check(typeof sha256 === "string", "sha256", sha256, "a SHA-256 in hexadecimal");
  check(Array.isArray(tensors), "tensors", tensors, "a list");
  return {
    name,
    architecture,
    vocabulary,
    config: asRecord(record["config"], "config"),
    tensors: tensors.map(parseTensor),
    bytes,
    sha256,
  };
}

/** One entry of `tensors`. Throws an Error naming field and value. */
export function parseTensor(json: unknown, index: number): TensorEntry {
  const place = `tensors[${index}]`;
  const { name, shape, type, offset, scale } = asRecord(json, place);
  check(typeof name === "string", `${place}.name`, name, "a name");
  check(
    Array.isArray(shape) && shape.length > 0 && shape.every((n) => isCount(n) && n > 0),
    `${place}.shape`,
    shape,
    "a list of whole numbers",
  );
  check(isCount(offset), `${place}.offset`, offset, "a byte");
  if (type === "float32") return { name, shape, type, offset };
  check(type === "int8", `${place}.type`, type, "int8 or float32");
  check(isCount(scale), `${place}.scale`, scale, "a byte");
  return { name, shape, type, offset, scale };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function asRecord(value: unknown, place: string): Record<string, unknown> {
  check(
    typeof value === "object" && value !== null && !Array.isArray(value),
    place,
    value,
    "an object",
  );
  return value as Record<string, unknown>;
}

function check(ok: boolean, field: string, value: unknown, wanted: string): asserts ok {
  if (ok) return;
  const shown = JSON.stringify(value)?.slice(0, 60) ?? "missing";
  throw new Error(`invalid ${field}: ${shown}: expected ${wanted}`);
}
