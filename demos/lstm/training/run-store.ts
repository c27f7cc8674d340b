import type { SavedRun } from "./saved-run.ts";

// One saved run per browser, in IndexedDB, which keeps typed arrays as they are.
const database = "lstm-training";
const store = "runs";
const key = "latest";

/** Keeps a run; rejects where the browser keeps nothing. */
export async function storeRun(run: SavedRun): Promise<void> {
  await use("readwrite", (runs) => runs.put(run, key));
}

/** The run kept here, or nothing. */
export async function restoreRun(): Promise<SavedRun | undefined> {
  // Only storeRun writes there.
  return use<SavedRun | undefined>("readonly", (runs) => runs.get(key));
}

async function use<T>(
  mode: IDBTransactionMode,
  work: (runs: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const opened = await settle<IDBDatabase>(opening);
  try {
    return await settle(work(opened.transaction(store, mode).objectStore(store)));
  } finally {
    opened.close();
  }
}

function settle<T>(
  request: Pick<IDBRequest<T>, "result" | "error" | "addEventListener">,
): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
  });
}
