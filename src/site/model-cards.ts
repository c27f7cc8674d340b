import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";

const text = z.string().min(1);
const bilingual = z.strictObject({ zh: text, en: text });
const count = z.int().positive();
const bits = z.number().positive();

/** public/models/<name>/card.json, which models/characters/card.py writes. */
const cardSchema = z.strictObject({
  format: z.literal(1),
  name: z.string().regex(/^[a-z0-9-]+$/),
  architecture: z.enum(["transformer", "lstm"]),
  config: z.record(text, count),
  parameters: count,
  vocabulary: count,
  bytes: count, // of weights.bin
  sha256: z.string().regex(/^[0-9a-f]{64}$/), // of weights.bin
  corpus: z.strictObject({ name: bilingual, licence: bilingual, format: bilingual }),
  unit: z.enum(["line", "stream"]),
  bitsPerCharacter: z.strictObject({
    validation: bits,
    test: bits, // as shipped
    testBeforeQuantisation: bits,
    quantisationLoss: z.number(),
    ngram: z.strictObject({ order: count, test: bits }),
  }),
  training: z.strictObject({
    seed: z.int(),
    epochs: count,
    bestEpoch: count,
    regularisation: z.record(text, z.number()),
    weightDecay: z.number(),
    command: text,
  }),
  curve: z.array(z.strictObject({ epoch: count, training: bits, validation: bits })).min(1),
});

export type Card = z.infer<typeof cardSchema>;

/** A checked card. Throws an Error that names the fields at fault. */
export function parseCard(json: unknown): Card {
  const result = cardSchema.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`invalid card.json: ${faults.join("; ")}`);
}

/** The cards of all character models that the site ships, by name. */
export function loadModelCards(folder = "public/models"): Card[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name !== "digits") // no characters: demos/digits/card.ts reads its card
    .sort()
    .map((name) => join(folder, name, "card.json"))
    .filter((path) => existsSync(path))
    .map((path) => parseCard(JSON.parse(readFileSync(path, "utf8"))));
}
