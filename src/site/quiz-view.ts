import type { FirstView, PageLink, Picture, Question } from "../../demos/quiz/question.ts";
import { loadCatalog } from "./catalog.ts";
import type { Language } from "./languages.ts";
import { resolvePageId } from "./page-ids.ts";
import { drawPlot } from "./plot.ts";
import { loadQuiz, type QuizQuestion } from "./quiz.ts";
import { shortCitation } from "./references.ts";
import { pageUrl } from "./urls.ts";

/** Reads the content of the project; for the build only. */
export function readQuizView(lang: Language): FirstView {
  const { topics, questions, published } = loadQuiz();
  const { options, source, registered, tookPart, mean, median, mode, best } = published;
  const chance = options.reduce((sum, { count, questions: n }) => sum + n / count, 0);
  return {
    topics: topics.map(({ id, name }) => ({ id, name: name[lang] })),
    questions: questions.map((question) => toQuestion(question, lang)),
    published: {
      ...{ registered, tookPart, mean, median, mode, best, chance },
      source: linkSource(source, lang),
    },
  };
}

function toQuestion(question: QuizQuestion, lang: Language): Question {
  const { id, number, topic, difficulty, options, old, next } = question;
  return {
    ...{ id, number, topic, difficulty },
    text: question.question[lang],
    picture: toPicture(question.figure, lang),
    options: options.map(({ text, reason }) => ({ text: text[lang], reason: reason[lang] })),
    key: options.findIndex(({ isRight }) => isRight),
    old: old && {
      verdict: old.verdict,
      note: old.note[lang],
      sources: old.sources.map((source) => linkSource(source, lang)),
    },
    next: next.map((name) => linkPage(name, lang)),
  };
}

function toPicture(figure: QuizQuestion["figure"], lang: Language): Picture | undefined {
  if (figure?.kind === "diagram") return { kind: "diagram", diagram: figure };
  if (figure?.kind === "plot") {
    const names = figure.series.map(({ label }) => label[lang]);
    return {
      kind: "plot",
      svg: drawPlot(figure, lang),
      caption: figure.caption[lang],
      alt: figure.alt[lang],
      legend: names.length > 1 ? names : [],
    };
  }
  return (
    figure && {
      kind: "table",
      caption: figure.caption[lang],
      head: figure.head.map((cell) => cell[lang]),
      rows: figure.rows.map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell : cell[lang])),
      ),
    }
  );
}

function linkSource(id: string, lang: Language): PageLink {
  const reference = loadCatalog().references.get(id);
  if (!reference) throw new Error(`unknown reference: ${id}`);
  return { text: shortCitation(reference, lang), url: reference.url };
}

function linkPage(name: string, lang: Language): PageLink {
  const catalog = loadCatalog();
  const [, kind = "", id = "", anchor = ""] = /^(\w+):([a-z0-9-]+)(#.*)?$/.exec(name) ?? [];
  const page = resolvePageId(catalog, kind, id);
  if (!page) throw new Error(`unknown page: ${name}`);
  const term = catalog.glossary.find((one) => `#${one.id}` === anchor);
  const pattern = [...catalog.patterns, ...catalog.plan].find(({ slug }) => slug === id);
  const article = catalog.articles.find(({ slug }) => slug === id);
  const text = term?.[lang] ?? pattern?.names[lang] ?? article?.title[lang] ?? id;
  return { text, url: pageUrl(lang, page.path) + anchor };
}
