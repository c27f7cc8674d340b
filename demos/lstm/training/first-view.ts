import type { Language } from "../../../src/site/languages.ts";
import { decode, encode } from "../../kit/vocabulary.ts";
import { createBatches } from "./batches.ts";
import { type CopyPlan, type CopyPoint, copySettings, runCopyTask } from "./copy-task.ts";
import { toBits } from "./cross-entropy.ts";
import { measureBits } from "./evaluate.ts";
import { type Fade, measureFades } from "./fade.ts";
import { generateTokens } from "./generate.ts";
import { beginText, measureInfluences, type TextInfluence } from "./influence.ts";
import { type Baseline, measureBaseline } from "./n-gram.ts";
import { createPlan, type Plan, shapeNetwork } from "./plan.ts";
import { sampleText } from "./sample-text.ts";
import { isTextFault, prepareText } from "./text.ts";
import { createState, trainStep } from "./trainer.ts";

/** A real run on the sample text, made when the site is built: what the page shows first. */
export interface FirstView {
  plan: Plan;
  losses: number[]; // bits per character, step by step
  norms: number[];
  checks: { step: number; bits: number }[];
  samples: { step: number; prompt: string; text: string }[];
  baseline: Baseline;
  influence: TextInfluence; // of the network after its last step
  fades: Fade[];
  copyPlan: CopyPlan;
  copies: CopyPoint[];
}

const known = new Map<Language, FirstView>();

/** Trains a small LSTM; for the build only. */
export function trainFirstView(lang: Language): FirstView {
  const found = known.get(lang) ?? train(lang);
  known.set(lang, found);
  return found;
}

function train(lang: Language): FirstView {
  const plan: Plan = { ...createPlan(), units: 32, steps: 120, every: 40, rate: 0.01 };
  const text = prepareText(sampleText[lang], plan);
  if (isTextFault(text)) throw new Error(`invalid sample text: ${text.kind}`);
  const { vocabulary, heldOut } = text;
  const shape = shapeNetwork(plan, vocabulary.length);
  const state = createState(shape, plan.batch, plan.seed);
  const batchAt = createBatches(text.train, plan);
  const view: FirstView = {
    plan,
    losses: [],
    norms: [],
    checks: [],
    samples: [],
    baseline: measureBaseline(text.train, heldOut, vocabulary.length),
    influence: { cell: plan.cell, step: plan.steps, characters: [], lengths: [] },
    fades: finish(measureFades(text, { ...plan, length: 48, batch: 4 }, 0)),
    copyPlan: { gap: 20, steps: 100, forgetBias: copySettings.forgetBias.value, seed: 1 },
    copies: [],
  };
  for (let step = 0; step <= plan.steps; step++) {
    if (step % plan.every === 0) {
      view.checks.push({ step, bits: round(measureBits(state.parameters, shape, heldOut)) });
      const tokens = generateTokens(state.parameters, shape, {
        prompt: [],
        count: 100,
        temperature: 0.8,
        seed: plan.seed,
        window: plan.length,
      });
      view.samples.push({ step, prompt: "", text: decode(vocabulary, tokens) });
    }
    if (step === plan.steps) break;
    const { loss, norm } = trainStep(shape, state, batchAt(step), plan);
    view.losses.push(round(toBits(loss)));
    view.norms.push(round(norm));
  }
  const tokens = encode(vocabulary, beginText(sampleText[lang])).tokens;
  view.influence.characters = [...decode(vocabulary, tokens)];
  view.influence.lengths = finish(measureInfluences(state.parameters, shape, tokens)).map((one) =>
    one.map(round),
  );
  view.copies = copyPoints(view.copyPlan);
  return view;
}

let copies: CopyPoint[] | undefined;

// The same in both languages.
function copyPoints(plan: CopyPlan): CopyPoint[] {
  copies ??= [...runCopyTask(plan)].flatMap((point) => point ?? []);
  return copies;
}

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const round = (value: number): number => Number(value.toPrecision(4));
