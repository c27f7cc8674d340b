import type { Language } from "../../../src/site/languages.ts";
import { Stopped } from "../client.ts";
import { panelLabels } from "./labels.ts";

/** One sentence on a task that did not end well: stopped by the reader, or failed. */
export function describeFault(
  reason: unknown,
  lang: Language,
  failed: (detail: string) => string = panelLabels[lang].faults.failed,
): string {
  if (reason instanceof Stopped) return panelLabels[lang].faults.stopped;
  return failed(reason instanceof Error ? reason.message : String(reason));
}
