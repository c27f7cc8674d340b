/** Flags of GPUBufferUsage and GPUMapMode (WebGPU, section 5.1), which TypeScript does not declare. */
export const bufferUsage = {
  mapRead: 1,
  copySrc: 4,
  copyDst: 8,
  uniform: 64,
  storage: 128,
} as const;
export const mapMode = { read: 1 } as const;

/** A WebGPU device that was really given. Whoever asked for it destroys it. */
export interface Gpu {
  device: GPUDevice;
  adapter: string; // what the browser tells of the adapter, e.g. "nvidia ampere"
  software: boolean; // emulated on the CPU
}

export type GpuFaultKind = "no-api" | "no-adapter" | "no-device";

export class GpuFault extends Error {
  readonly kind: GpuFaultKind;

  constructor(kind: GpuFaultKind, detail = "") {
    super(detail);
    this.name = "GpuFault";
    this.kind = kind;
  }
}

/**
 * Asks for adapter and device, in a page or a worker. That `navigator.gpu` exists says nothing yet.
 * @throws GpuFault when the browser has no WebGPU, or gives no adapter or no device
 */
export async function requestGpu(): Promise<Gpu> {
  const gpu = "gpu" in navigator ? navigator.gpu : undefined;
  if (!gpu) throw new GpuFault("no-api");
  const adapter = await gpu.requestAdapter().catch((fault: unknown) => {
    throw new GpuFault("no-adapter", describeFault(fault));
  });
  if (!adapter) throw new GpuFault("no-adapter");
  const device = await adapter.requestDevice().catch((fault: unknown) => {
    throw new GpuFault("no-device", describeFault(fault));
  });
  const { vendor, architecture, device: model, description, isFallbackAdapter } = adapter.info;
  const name = description || [vendor, architecture, model].filter(Boolean).join(" ");
  const software = isFallbackAdapter || /swiftshader|llvmpipe/i.test(name);
  return { device, adapter: name || "GPU", software };
}

function describeFault(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
