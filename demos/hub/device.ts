import { GpuFault, type GpuFaultKind, requestGpu } from "../kit/gpu.ts";
import type { OnnxDevice } from "../kit/onnx-runtime.ts";

/** Why the CPU runs a model: WebGPU is missing, emulated, or has failed. */
export type CpuReason = GpuFaultKind | "software" | "failed";

/** The device to start with; an emulated GPU is slower than the CPU that emulates it. */
export async function chooseDevice(): Promise<{
  device: OnnxDevice;
  reason: CpuReason | undefined;
}> {
  try {
    const { device, software } = await requestGpu();
    device.destroy();
    return software
      ? { device: "wasm", reason: "software" }
      : { device: "webgpu", reason: undefined };
  } catch (fault) {
    return { device: "wasm", reason: fault instanceof GpuFault ? fault.kind : "no-adapter" };
  }
}
