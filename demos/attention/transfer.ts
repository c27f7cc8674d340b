/** The buffers of all typed arrays inside a value, each once, to be handed over without a copy. */
export function listBuffers(value: unknown, found: Set<ArrayBuffer> = new Set()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) listBuffers(part, found);
  }
  return found;
}
