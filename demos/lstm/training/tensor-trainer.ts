import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { adam, correctRate } from "./adam.ts";
import type { Batch } from "./batches.ts";
import { listTensors, type NetworkShape } from "./network-shape.ts";
import { getTensor, type Tensors } from "./numbers.ts";
import { cells } from "./recurrence.ts";
import type { TensorLibrary } from "./tensor-cells.ts";
import type { TensorState } from "./tensor-layer.ts";
import { backTensorNetwork } from "./tensor-network.ts";
import type { StepOptions, Trainer, TrainingState } from "./trainer.ts";

/** Trains on the backend that the library is set to: weights and moments stay there. */
export function createTensorTrainer(
  tf: TensorLibrary,
  shape: NetworkShape,
  start: TrainingState,
): Trainer {
  const upload = (tensors: Tensors): Map<string, Tensor> =>
    new Map(
      listTensors(shape).map(({ name, rows, columns }) => {
        const values = Float32Array.from(getTensor(tensors, name));
        const size: [number] | [number, number] = columns === 1 ? [rows] : [rows, columns];
        return [name, tf.tensor(values, size)];
      }),
    );
  const hasMemory = cells[shape.cell].hasMemory;
  const toTensor = (values: ArrayLike<number>): Tensor2D =>
    tf.tensor2d(Float32Array.from(values), [values.length / shape.hidden, shape.hidden]);
  const zeros = (batch: number): TensorState[] =>
    Array.from({ length: shape.layers }, () => ({
      h: tf.zeros([batch, shape.hidden]),
      c: hasMemory ? tf.zeros([batch, shape.hidden]) : undefined,
    }));

  let parameters = upload(start.parameters);
  let m = upload(start.adam.m);
  let v = upload(start.adam.v);
  let states: TensorState[] = start.states.map(({ h, c }) => ({
    h: toTensor(h),
    c: hasMemory ? toTensor(c) : undefined,
  }));
  let step = start.adam.step;

  const listStates = (list: TensorState[]): Tensor[] =>
    list.flatMap(({ h, c }) => (c ? [h, c] : [h]));
  const listAll = (): Tensor[] => [
    ...parameters.values(),
    ...m.values(),
    ...v.values(),
    ...listStates(states),
  ];

  return {
    async step(batch, options) {
      step += 1;
      const old = listAll();
      const result = tf.tidy(() => {
        const next = train(tf, shape, batch, options, step, {
          parameters,
          m,
          v,
          states: batch.isFresh ? zeros(batch.batch) : states,
        });
        ({ parameters, m, v, states } = next);
        for (const one of listAll()) tf.keep(one);
        return next.report;
      });
      tf.dispose(old);
      try {
        const [loss = Number.NaN, norm = Number.NaN] = await result.data();
        return { loss, norm };
      } finally {
        result.dispose();
      }
    },
    async read() {
      const download = async (tensors: Map<string, Tensor>): Promise<Tensors> =>
        new Map(
          await Promise.all(
            [...tensors].map(
              async ([name, tensor]) => [name, (await tensor.data()) as Float32Array] as const,
            ),
          ),
        );
      return {
        parameters: await download(parameters),
        adam: { step, m: await download(m), v: await download(v) },
        states: await Promise.all(
          states.map(async ({ h, c }) => ({
            h: (await h.data()) as Float32Array,
            c: c ? ((await c.data()) as Float32Array) : new Float32Array(),
          })),
        ),
      };
    },
    close: () => tf.dispose(listAll()),
  };
}

interface TensorTraining {
  parameters: Map<string, Tensor>;
  m: Map<string, Tensor>;
  v: Map<string, Tensor>;
  states: TensorState[];
}

/** One step of training: gradients, clipping, Adam. `report` holds loss and norm: [2] */
function train(
  tf: TensorLibrary,
  shape: NetworkShape,
  batch: Batch,
  { rate, clip }: StepOptions,
  step: number,
  old: TensorTraining,
): TensorTraining & { report: Tensor } {
  const { beta1, beta2, epsilon } = adam;
  const { loss, gradients, states } = backTensorNetwork(
    tf,
    old.parameters,
    shape,
    batch,
    old.states,
  );
  const squares = [...gradients.values()].map((g) => tf.sum(tf.square(g)));
  const norm = tf.sqrt(tf.addN(squares));
  const shrink = tf.minimum(1, tf.div(clip, tf.maximum(norm, 1e-12)));
  const size = correctRate(rate, step);
  const parameters = new Map<string, Tensor>();
  const m = new Map<string, Tensor>();
  const v = new Map<string, Tensor>();
  for (const [name, w] of old.parameters) {
    const slope = gradients.get(name);
    const m0 = old.m.get(name);
    const v0 = old.v.get(name);
    if (!slope || !m0 || !v0) throw new RangeError(`missing tensor: ${name}`);
    const g = tf.mul(slope, shrink);
    const mean = tf.add(tf.mul(m0, beta1), tf.mul(g, 1 - beta1));
    const square = tf.add(tf.mul(v0, beta2), tf.mul(tf.square(g), 1 - beta2));
    const move = tf.div(tf.mul(mean, size), tf.add(tf.sqrt(square), epsilon));
    m.set(name, mean);
    v.set(name, square);
    parameters.set(name, tf.sub(w, move));
  }
  return { parameters, m, v, states, report: tf.stack([loss, norm]) };
}
