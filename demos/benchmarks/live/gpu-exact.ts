import { bufferUsage, type Gpu, mapMode, requestGpu } from "../../kit/gpu.ts";
import { NearestHeap } from "./nearest-heap.ts";
import type { Vectors } from "./vectors.ts";

/** Exact search on the GPU: every distance there, the k smallest of them picked here. */
export interface GpuExact {
  adapter: string;
  software: boolean;
  /** Answers to the queries of rows `from` … `to` − 1, at most `capacity` of them. */
  search(from: number, to: number, k: number): Promise<Answer[]>;
  close(): void;
}

export interface Answer {
  ids: Int32Array; // near to far
  distances: Float64Array; // squared, as the GPU computed them
}

const GROUP = 64;

/** Neighbouring threads read neighbouring numbers, so the base lies there dimension by dimension. */
const KERNEL = `
struct Shape { n: u32, d: u32, first: u32, queries: u32 }
@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> base: array<f32>;                  // [d, n]
@group(0) @binding(2) var<storage, read> queries: array<f32>;               // [all, d]
@group(0) @binding(3) var<storage, read_write> distances: array<f32>;       // [queries, n]

@compute @workgroup_size(${GROUP})
fn main(@builtin(global_invocation_id) at: vec3<u32>) {
  if (at.x >= shape.n || at.y >= shape.queries) { return; }
  let query = (shape.first + at.y) * shape.d;
  var sum = 0.0;
  for (var i = 0u; i < shape.d; i++) {
    let difference = base[i * shape.n + at.x] - queries[query + i];
    sum += difference * difference;
  }
  distances[at.y * shape.n + at.x] = sum;
}`;

/**
 * Uploads vectors and queries and compiles the kernel.
 * @throws GpuFault without adapter or device; Error when the device refuses kernel or buffers
 */
export async function openGpuExact(base: Vectors, queries: Vectors): Promise<GpuExact> {
  const gpu = await requestGpu();
  try {
    return await prepare(gpu, base, queries);
  } catch (fault) {
    gpu.device.destroy();
    throw fault;
  }
}

async function prepare(gpu: Gpu, base: Vectors, queries: Vectors): Promise<GpuExact> {
  const { device } = gpu;
  const { count: n, d } = base;
  device.pushErrorScope("validation");
  device.pushErrorScope("out-of-memory");
  const pipeline = await device.createComputePipelineAsync({
    layout: "auto",
    compute: { module: device.createShaderModule({ code: KERNEL }) },
  });
  const STORED = bufferUsage.storage | bufferUsage.copyDst;
  const bytes = queries.count * n * 4;
  const shape = device.createBuffer({
    size: 16,
    usage: bufferUsage.uniform | bufferUsage.copyDst,
  });
  const rows = device.createBuffer({ size: n * d * 4, usage: STORED });
  const asked = device.createBuffer({ size: queries.count * d * 4, usage: STORED });
  const output = device.createBuffer({
    size: bytes,
    usage: bufferUsage.storage | bufferUsage.copySrc,
  });
  const readback = device.createBuffer({
    size: bytes,
    usage: bufferUsage.mapRead | bufferUsage.copyDst,
  });
  device.queue.writeBuffer(rows, 0, transpose(base));
  device.queue.writeBuffer(asked, 0, Float32Array.from(queries.values));
  const bindings = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [shape, rows, asked, output].map((buffer, binding) => ({
      binding,
      resource: { buffer },
    })),
  });
  await device.queue.onSubmittedWorkDone();
  const fault = (await device.popErrorScope()) ?? (await device.popErrorScope());
  if (fault) throw new Error(fault.message);

  return {
    adapter: gpu.adapter,
    software: gpu.software,
    close: () => device.destroy(),
    async search(from, to, k) {
      const count = to - from;
      device.queue.writeBuffer(shape, 0, Uint32Array.of(n, d, from, count));
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindings);
      pass.dispatchWorkgroups(Math.ceil(n / GROUP), count);
      pass.end();
      encoder.copyBufferToBuffer(output, 0, readback, 0, count * n * 4);
      device.queue.submit([encoder.finish()]);
      await readback.mapAsync(mapMode.read, 0, count * n * 4);
      const distances = new Float32Array(readback.getMappedRange(0, count * n * 4));
      const answers = Array.from({ length: count }, (_, row) =>
        pickNearest(distances.subarray(row * n, (row + 1) * n), k),
      );
      readback.unmap();
      return answers;
    },
  };
}

/** The k smallest of the distances: [n] → [k] */
export function pickNearest(distances: Float32Array, k: number): Answer {
  const nearest = new NearestHeap(Math.min(k, distances.length));
  for (let id = 0; id < distances.length; id++) {
    const distance = distances[id] ?? 0;
    if (distance <= nearest.bound) nearest.offer(distance, id);
  }
  const sorted = new Float64Array(nearest.size);
  return { ids: nearest.drain(sorted), distances: sorted };
}

/** [count, d] → [d, count] */
function transpose({ count, d, values }: Vectors): Float32Array<ArrayBuffer> {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < d; i++) turned[i * count + row] = values[row * d + i] ?? 0;
  }
  return turned;
}
