/** Messages that wait to be read, one after another. */
export interface Mailbox<T> {
  put(message: T): void;
  /** The next message, or nothing when none waits. */
  take(): T | undefined;
  /** The next message, as soon as there is one. */
  wait(): Promise<T>;
}

export function createMailbox<T>(): Mailbox<T> {
  const waiting: T[] = [];
  let wake: (() => void) | undefined;
  return {
    put(message) {
      waiting.push(message);
      wake?.();
    },
    take: () => waiting.shift(),
    async wait() {
      while (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift() as T;
    },
  };
}
