import { readCatalog } from "../site/catalog.ts";
import { type Fault, formatFault } from "../site/fault.ts";
import { readQuiz } from "../site/quiz.ts";
import { checkAddresses } from "./addresses.ts";
import { checkDiagrams } from "./diagrams.ts";
import { checkDuplicates } from "./duplicates.ts";
import { checkFiles } from "./files.ts";
import { checkHeadings } from "./headings.ts";
import { checkIdentifiers } from "./identifiers.ts";
import { listKnownNames } from "./known-names.ts";
import { checkLinks } from "./links.ts";
import { checkMarkup } from "./markup.ts";
import { checkMaths } from "./maths.ts";
import { checkMentions } from "./mentions.ts";
import { readProject } from "./project.ts";
import { checkQuiz } from "./quiz.ts";
import { checkRelations } from "./relations.ts";
import { checkRefusals, checkRenderings, readRenderings } from "./renderings.ts";
import { listPageRuns, listYamlRuns } from "./run.ts";
import { checkSections } from "./sections.ts";
import { checkStubs } from "./stubs.ts";
import { checkTwins } from "./twins.ts";
import { checkTypography } from "./typography.ts";

/** Every fault of the content below `root`, by file and line. Reads only; never throws on content. */
export function checkContent(root: string): Fault[] {
  const { catalog, faults: formFaults } = readCatalog(root);
  const { project, faults: parseFaults } = readProject(root);
  const { pages, chapters, problems, tags, plan, glossary, patterns, articles, landscape, quiz } =
    project;
  const known = listKnownNames(project);
  const renderings = readRenderings(glossary);
  const single = [chapters, problems, tags, plan, glossary, landscape];
  const sources = [...single, ...patterns, ...articles, ...quiz];
  const texts = [...sources.flatMap(listYamlRuns), ...pages.flatMap(listPageRuns)];
  const faults = [
    ...formFaults,
    ...parseFaults,
    ...readQuiz(root).faults,
    ...checkFiles(root),
    ...checkAddresses(catalog.references.values(), "content/references.bib"),
    ...checkDuplicates(project),
    ...checkDiagrams(project),
    ...checkIdentifiers(project, known),
    ...checkRelations(project, known),
    ...checkQuiz(project, known),
    ...checkTwins(pages),
    ...pages.flatMap((page) => [
      ...checkHeadings(page),
      ...checkSections(root, page),
      ...checkMarkup(page),
      ...checkMentions(page, project, known),
      ...checkLinks(page, { root, known, pages }),
      ...checkMaths(page),
    ]),
    ...checkRefusals(glossary),
    ...texts.flatMap((run) => [
      ...checkStubs(run),
      ...checkRenderings(run, renderings),
      ...checkTypography(run),
    ]),
  ];
  const [...different] = new Map(faults.map((fault) => [formatFault(fault), fault])).values();
  return different.sort((a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line);
}
