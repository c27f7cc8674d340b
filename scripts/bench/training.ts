import * as tf from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs-layers";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-wasm";
import { type Batch, createBatches } from "../../demos/lstm/training/batches.ts";
import { createPlan, shapeNetwork } from "../../demos/lstm/training/plan.ts";
import { createTensorTrainer } from "../../demos/lstm/training/tensor-trainer.ts";
import { createReferenceTrainer, createState } from "../../demos/lstm/training/trainer.ts";

export interface TrainingMeasure {
  what: string;
  engine: string;
  msPerStep: number | string; // or why it does not run there
  ratio: number | string; // speed against our network on the same engine
}

const WARM_UP = 3;
const STEPS = 11;
const VOCABULARY = 120;

/**
 * A training step of the page's LSTM at its usual settings, on our network and on the library's own
 * `lstm` layer (embedding, lstm, dense, Adam: the same sizes), engine by engine, in one run.
 */
export async function measureTraining(): Promise<TrainingMeasure[]> {
  const plan = createPlan();
  const shape = shapeNetwork(plan, VOCABULARY);
  const tokens = Int32Array.from({ length: 5000 }, (_, i) => (i * i + (i >> 3)) % VOCABULARY);
  const batchAt = createBatches(tokens, plan);
  const start = createState(shape, plan.batch, plan.seed);
  const reference = createReferenceTrainer(shape, start);
  const own = await timeSteps((step) => reference.step(batchAt(step), plan));
  const rows: TrainingMeasure[] = [
    { what: "our core", engine: "TypeScript", msPerStep: round(own), ratio: 1 },
  ];
  for (const engine of ["cpu", "wasm"]) {
    await tf.setBackend(engine);
    const trainer = createTensorTrainer(tf, shape, start);
    const ours = await timeSteps((step) => trainer.step(batchAt(step), plan));
    trainer.close();
    rows.push({ what: "our network", engine: `tfjs ${engine}`, msPerStep: round(ours), ratio: 1 });
    const name = { what: "tfjs lstm layer", engine: `tfjs ${engine}` };
    try {
      const model = createLayerModel(plan.length, shape.embedding, shape.hidden, plan.rate);
      const theirs = await timeSteps((step) => trainLayers(model, batchAt(step)));
      model.dispose();
      rows.push({ ...name, msPerStep: round(theirs), ratio: round(ours / theirs) });
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      rows.push({ ...name, msPerStep: message.split("\n")[0] ?? "", ratio: "–" });
    }
  }
  return rows;
}

function createLayerModel(length: number, E: number, H: number, rate: number): layers.Sequential {
  const recurrentInitializer = "glorotUniform"; // the usual one only takes longer to draw
  const model = layers.sequential({
    layers: [
      layers.layers.embedding({ inputDim: VOCABULARY, outputDim: E, inputLength: length }),
      layers.layers.lstm({ units: H, returnSequences: true, recurrentInitializer }),
      layers.layers.dense({ units: VOCABULARY, activation: "softmax" }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(rate), loss: "sparseCategoricalCrossentropy" });
  return model;
}

async function trainLayers(model: layers.Sequential, batch: Batch): Promise<void> {
  const { steps, batch: B, inputs, targets } = batch;
  const toRows = (values: Int32Array) =>
    tf.tidy(() => tf.transpose(tf.tensor2d(Float32Array.from(values), [steps, B])));
  const [x, y] = [toRows(inputs), tf.tidy(() => tf.expandDims(toRows(targets), 2))];
  await model.trainOnBatch(x, y);
  tf.dispose([x, y]);
}

/** Median milliseconds of a step after the warm-up. */
async function timeSteps(work: (step: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let step = 0; step < WARM_UP + STEPS; step++) {
    const start = performance.now();
    await work(step);
    if (step >= WARM_UP) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

const round = (value: number): number => Number(value.toPrecision(3));
