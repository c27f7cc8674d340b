import { startCopyButtons } from "./copy.ts";
import { startLanguageMemory } from "./language.ts";
import { startOutline } from "./outline.ts";
import { startShortcuts } from "./shortcuts.ts";
import { startThemeMenu } from "./theme.ts";

startThemeMenu();
startLanguageMemory();
startOutline();
startCopyButtons();
startShortcuts();
