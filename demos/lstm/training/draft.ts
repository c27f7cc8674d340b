const key = "lstm-training-text";

/** What the reader typed before a reload or a change of language, kept in this tab alone. */
export function readDraft(): string | undefined {
  return guard(() => sessionStorage.getItem(key) ?? undefined);
}

export function keepDraft(text: string): void {
  guard(() => sessionStorage.setItem(key, text));
}

export function dropDraft(): void {
  guard(() => sessionStorage.removeItem(key));
}

// Storage may be blocked or full; the text stays in the page then.
function guard<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
