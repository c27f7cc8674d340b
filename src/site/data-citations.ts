import { about as benchmarks } from "../../demos/benchmarks/labels.ts";
import { about as databases } from "../../demos/databases/labels.ts";
import { about as quiz } from "../../demos/quiz/labels.ts";
import { about as zoo } from "../../demos/zoo/labels.ts";
import { loadBenchmarks } from "./benchmarks.ts";
import type { CitingPage } from "./citations.ts";
import { readDatabases, sourcesOfDatabases } from "./databases.ts";
import type { DemoAbout } from "./demos.ts";
import type { Bilingual } from "./languages.ts";
import { loadQuiz } from "./quiz.ts";
import { demoPath } from "./urls.ts";
import { loadZoo } from "./zoo.ts";

/** The pages of live figures whose data names sources, with these. */
export function citeData(): { sources: string[]; page: CitingPage }[] {
  const { questions, published } = loadQuiz();
  const answers = questions.flatMap(({ old }) => old?.sources ?? []);
  return [
    cite(
      "benchmarks",
      benchmarks,
      loadBenchmarks().runs.map(({ source }) => source),
    ),
    cite("databases", databases, sourcesOfDatabases(readDatabases(process.cwd()))),
    cite("quiz", quiz, [...answers, published.source]),
    cite(
      "zoo",
      zoo,
      loadZoo().map(({ paper }) => paper),
    ),
  ];
}

function cite(
  name: string,
  about: Bilingual<DemoAbout>,
  sources: string[],
): { sources: string[]; page: CitingPage } {
  const title = { zh: about.zh.title, en: about.en.title };
  return { sources: [...new Set(sources)], page: { path: demoPath(name), title, hasList: false } };
}
