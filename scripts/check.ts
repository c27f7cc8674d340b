import { checkContent } from "../src/check/content.ts";
import { formatFault } from "../src/site/fault.ts";

const faults = checkContent(process.cwd());
for (const fault of faults) console.error(formatFault(fault));
console.log(faults.length === 0 ? "content: no faults" : `content: ${faults.length} fault(s)`);
process.exitCode = faults.length === 0 ? 0 : 1;
