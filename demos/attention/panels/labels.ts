import type { Bilingual } from "../../../src/site/languages.ts";
import { en } from "./labels-en.ts";
import { type PanelWords, zh } from "./labels-zh.ts";

/** Every word of the folded panels. */
export const panelLabels: Bilingual<PanelWords> = { zh, en };
