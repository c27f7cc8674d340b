import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "astro/zod";
import { ContentError, type Fault } from "./fault.ts";
import { diagramSchema, plotSchema } from "./schema.ts";
import { readYamlFile } from "./yaml-file.ts";

const text = z.string().regex(/[^\s\p{C}]/u, "write something that readers can see");
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write it in English kebab-case");
const bilingual = z.strictObject({ zh: text, en: text });
const pageId = z
  .string()
  .regex(
    /^((pattern|article|demo):[a-z0-9-]+|page:glossary#[a-z0-9-]+)$/,
    "write pattern:, article: or demo: and a name, or page:glossary# and a term",
  );

/** A small table; a cell is the same in both languages, or has one text each. */
const tableSchema = z
  .strictObject({
    kind: z.literal("table"),
    caption: bilingual,
    head: z.array(bilingual).min(1).max(4),
    rows: z.array(z.array(z.union([text, bilingual]))).min(1),
  })
  .refine(({ head, rows }) => rows.every((row) => row.length === head.length), {
    message: "give every row as many cells as the head has",
    path: ["rows"],
  });

const questionFigureSchema = z.discriminatedUnion("kind", [
  diagramSchema.extend({ kind: z.literal("diagram") }),
  plotSchema,
  tableSchema,
]);

/** How the key of the old test of 2017 fares today. */
export const verdicts = ["wrong", "contested", "incomplete", "dated"] as const;

const questionSchema = z
  .strictObject({
    id: slug,
    number: z.int().min(1), // of the old question that covers the same ground
    difficulty: z.int().min(1).max(3),
    question: bilingual,
    figure: questionFigureSchema.optional(),
    options: z
      .array(
        z.strictObject({ text: bilingual, isRight: z.literal(true).optional(), reason: bilingual }),
      )
      .min(2)
      .max(5),
    old: z
      .strictObject({ verdict: z.enum(verdicts), note: bilingual, sources: z.array(text) })
      .optional(),
    next: z.array(pageId).min(1), // what to read
  })
  .superRefine(({ options }, context) => {
    const rights = options.filter(({ isRight }) => isRight).length;
    if (rights !== 1) {
      const message = `mark exactly one option isRight: true; ${rights} are`;
      context.addIssue({ code: "custom", path: ["options"], message });
    }
    options.forEach((option, i) => {
      const isTwin = (lang: "zh" | "en") =>
        options.slice(0, i).some((other) => other.text[lang].trim() === option.text[lang].trim());
      if (isTwin("zh") || isTwin("en")) {
        const message = "two options read the same";
        context.addIssue({ code: "custom", path: ["options", i, "text"], message });
      }
    });
  });

const topicsSchema = z.array(z.strictObject({ id: slug, name: bilingual })).min(1);

/** The published results of the old test. */
const publishedSchema = z.strictObject({
  questions: z.int().positive(),
  registered: z.int().positive(),
  tookPart: z.int().positive(), // more than
  mean: z.number(),
  median: z.number(),
  mode: z.number(),
  best: z.number(),
  options: z.array(z.strictObject({ count: z.int().min(2), questions: z.int().positive() })),
  source: text,
});

export type QuizTopic = z.infer<typeof topicsSchema>[number];
export type QuizQuestion = z.infer<typeof questionSchema> & { topic: string };
export type PublishedResults = z.infer<typeof publishedSchema>;

/** The questions in the order of their topics, and what is known of the old test. */
export interface QuizData {
  topics: QuizTopic[];
  questions: QuizQuestion[];
  published: PublishedResults | undefined;
}

export const quizFolder = "content/quiz";

/** Reads the quiz below `root` with every fault of form; a project without one has no questions. */
export function readQuiz(root: string): { quiz: QuizData; faults: Fault[] } {
  const faults: Fault[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const { value, faults: found } = readYamlFile(root, join(root, quizFolder, name), schema);
    faults.push(...found);
    return value;
  };
  if (!existsSync(join(root, quizFolder))) {
    return { quiz: { topics: [], questions: [], published: undefined }, faults };
  }
  const topics = read("topics.yaml", topicsSchema) ?? [];
  const questions = topics.flatMap(({ id }) =>
    (read(`${id}.yaml`, z.array(questionSchema).min(1)) ?? []).map((question) => ({
      ...question,
      topic: id,
    })),
  );
  return {
    quiz: { topics, questions, published: read("published.yaml", publishedSchema) },
    faults,
  };
}

/** The quiz of this project. Throws ContentError with all faults. */
export function loadQuiz(): QuizData & { published: PublishedResults } {
  const { quiz, faults } = readQuiz(process.cwd());
  if (faults.length > 0 || !quiz.published) throw new ContentError(faults);
  return { ...quiz, published: quiz.published };
}
