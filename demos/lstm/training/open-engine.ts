import { GpuFault, requestGpu } from "../../kit/gpu.ts";
import { type Engine, EngineFault, type EngineOpener, readMessage } from "./engine.ts";
import { isWithinTolerance, testEngine } from "./self-test.ts";
import type { TensorLibrary } from "./tensor-cells.ts";
import { createTensorTrainer } from "./tensor-trainer.ts";
import { createReferenceTrainer } from "./trainer.ts";
import { openWasm } from "./wasm-backend.ts";
import type { WasmAddresses } from "./wasm-files.ts";

type Opened = Pick<Engine, "adapter" | "isSoftware" | "loaded" | "lose" | "lost">;

/** Opens engines in a browser's worker; the library and its backends load when they are tried. */
export function createEngineOpener(addresses: WasmAddresses): EngineOpener {
  return async (id, kind, allowsSoftware) => {
    if (id === "typescript") return openReference();
    const tf = await loadLibrary();
    // A backend that was lost is left behind: the library would go on using it.
    if (tf.findBackend(id)) dropBackend(tf, id);
    const opened =
      id === "webgpu"
        ? await openWebGpu(tf, allowsSoftware)
        : id === "webgl"
          ? await openWebGl(tf, allowsSoftware)
          : await openWasm(tf, addresses);
    const createTrainer: Engine["createTrainer"] = (shape, state) =>
      createTensorTrainer(tf, shape, state);
    const selfTest = await Promise.race([testEngine(createTrainer, kind), opened.lost]);
    if (!isWithinTolerance(selfTest)) {
      const { forward, gradient, update } = selfTest;
      const errors = [forward, gradient, update].map((error) => error.toExponential(1));
      throw new EngineFault("disagrees", errors.join(", "));
    }
    return { id, ...opened, selfTest, createTrainer, close: () => dropBackend(tf, id) };
  };
}

function openReference(): Engine {
  return {
    id: "typescript",
    adapter: "",
    isSoftware: false,
    loaded: 0,
    selfTest: undefined,
    createTrainer: createReferenceTrainer,
    lost: new Promise(() => {}),
    lose: () => {},
    close: () => {},
  };
}

async function loadLibrary(): Promise<TensorLibrary> {
  try {
    return await import("@tensorflow/tfjs-core");
  } catch (fault) {
    throw new EngineFault("no-files", readMessage(fault));
  }
}

async function openWebGpu(tf: TensorLibrary, allowsSoftware: boolean): Promise<Opened> {
  const { device, adapter, software } = await requestGpu().catch((fault: unknown) => {
    throw fault instanceof GpuFault ? new EngineFault(fault.kind, fault.message) : fault;
  });
  device.destroy(); // the library asks for one of its own
  if (software && !allowsSoftware) throw new EngineFault("software", adapter);
  await import("@tensorflow/tfjs-backend-webgpu");
  await setBackend(tf, "webgpu");
  const backend = tf.backend() as unknown as { device: GPUDevice };
  const lost = backend.device.lost.then(({ reason, message }) => {
    throw new EngineFault("lost", message || reason);
  });
  lost.catch(() => {}); // heard wherever it is raced against
  const lose = () => backend.device.destroy();
  return { adapter, isSoftware: software, loaded: 0, lose, lost };
}

async function openWebGl(tf: TensorLibrary, allowsSoftware: boolean): Promise<Opened> {
  const canvas = typeof OffscreenCanvas === "undefined" ? undefined : new OffscreenCanvas(1, 1);
  const probe = canvas?.getContext("webgl2");
  if (!probe) throw new EngineFault(canvas ? "no-adapter" : "no-api");
  const info = probe.getExtension("WEBGL_debug_renderer_info");
  const adapter = String(info ? probe.getParameter(info.UNMASKED_RENDERER_WEBGL) : "WebGL 2");
  const isSoftware = /swiftshader|llvmpipe|software/i.test(adapter);
  probe.getExtension("WEBGL_lose_context")?.loseContext();
  if (isSoftware && !allowsSoftware) throw new EngineFault("software", adapter);
  await import("@tensorflow/tfjs-backend-webgl");
  await setBackend(tf, "webgl");
  const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
  const lost = new Promise<never>((_, reject) => {
    gpgpu.gl.canvas.addEventListener("webglcontextlost", () =>
      reject(new EngineFault("lost", "webglcontextlost")),
    );
  });
  lost.catch(() => {});
  const lose = () => gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
  return { adapter, isSoftware, loaded: 0, lose, lost };
}

async function setBackend(tf: TensorLibrary, id: string): Promise<void> {
  if (!(await tf.setBackend(id))) throw new EngineFault("failed", `setBackend(${id})`);
  await tf.ready();
}

/** Ends a backend, but keeps its factory, so that it can be opened anew. */
function dropBackend(tf: TensorLibrary, id: string): void {
  const factory = tf.findBackendFactory(id);
  try {
    tf.removeBackend(id);
  } catch {
    // A lost device cannot be tidied up; it is gone all the same.
  }
  if (factory && !tf.findBackendFactory(id)) tf.registerBackend(id, factory);
}
