/** What the page says of the shipped recogniser, from public/models/digits/card.json. */
export interface DigitCard {
  parameters: number;
  bytes: number; // of weights.bin
  sha256: string;
  data: { name: string; images: number; trained: number; heldOut: number };
  accuracy: { heldOut: number; beforeQuantisation: number }; // 0 … 1
  training: { seed: number; epochs: number; command: string };
}

/** Throws an Error that names the first field at fault. */
export function parseDigitCard(json: unknown): DigitCard {
  const card = pick(json, "card.json");
  const data = pick(card["data"], "data");
  const accuracy = pick(card["accuracy"], "accuracy");
  const training = pick(card["training"], "training");
  return {
    parameters: number(card, "parameters"),
    bytes: number(card, "bytes"),
    sha256: text(card, "sha256"),
    data: {
      name: text(data, "name"),
      images: number(data, "images"),
      trained: number(data, "trained"),
      heldOut: number(data, "heldOut"),
    },
    accuracy: {
      heldOut: number(accuracy, "heldOut"),
      beforeQuantisation: number(accuracy, "beforeQuantisation"),
    },
    training: {
      seed: number(training, "seed"),
      epochs: number(training, "epochs"),
      command: text(training, "command"),
    },
  };
}

function pick(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new Error(`missing ${name} in the card of digits`);
}

function number(record: Record<string, unknown>, name: string): number {
  const value = record[name];
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Error(`invalid ${name} in the card of digits: ${JSON.stringify(value)}`);
}

function text(record: Record<string, unknown>, name: string): string {
  const value = record[name];
  if (typeof value === "string" && value !== "") return value;
  throw new Error(`invalid ${name} in the card of digits: ${JSON.stringify(value)}`);
}
