import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { languages } from "../../src/site/languages.ts";
import { loadQuiz, type QuizQuestion } from "../../src/site/quiz.ts";
import { readQuizView } from "../../src/site/quiz-view.ts";
import { findSharedRuns, type Measure } from "./shared-runs.ts";

const { questions, published } = loadQuiz();
const keyOf = ({ options }: QuizQuestion) => options.findIndex(({ isRight }) => isRight);

test("45 questions follow the 45 old ones, number for number", () => {
  const numbers = questions.map(({ number }) => number).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 45 }, (_, i) => i + 1),
  );
  assert.equal(new Set(questions.map(({ id }) => id)).size, 45);
});

test("every question has two to five options, one of them right, no two alike, each with a reason", () => {
  for (const { id, options } of questions) {
    assert.ok(options.length >= 2 && options.length <= 5, id);
    assert.equal(options.filter(({ isRight }) => isRight).length, 1, id);
    for (const lang of languages) {
      const texts = options.map(({ text }) => text[lang].trim().toLowerCase());
      assert.equal(new Set(texts).size, texts.length, `${id} ${lang}`);
      const reasons = options.map(({ reason }) => reason[lang]);
      assert.equal(new Set(reasons).size, reasons.length, `${id} ${lang}: reasons`);
      assert.ok(
        reasons.every((reason) => reason.length >= 6),
        `${id} ${lang}: reasons`,
      );
    }
  }
});

test("no letter holds more than 35 % of the right answers", () => {
  for (let place = 0; place < 5; place++) {
    const share = questions.filter((question) => keyOf(question) === place).length / 45;
    assert.ok(share <= 0.35, `${"ABCDE"[place]}: ${share}`);
  }
});

test("the right option is not given away by being the longest", () => {
  for (const lang of languages) {
    const longest = questions.filter((question) => {
      const lengths = question.options.map(({ text }) => text[lang].length);
      return lengths[keyOf(question)] === Math.max(...lengths);
    });
    assert.ok(longest.length <= 22, `${lang}: ${longest.length} of 45`);
  }
});

test("both languages name the same numbers in each text", () => {
  const numbersIn = (text: string) =>
    [...text.matchAll(/\d[\d,.]*\d|\d|[①-⑤]/g)]
      .map(([number]) => String("①②③④⑤".indexOf(number) + 1 || number.replaceAll(",", "")))
      .sort();
  const differing = questions.flatMap(({ id, options }) =>
    options.flatMap(({ text }, i) => {
      const [zh, en] = [numbersIn(text.zh), numbersIn(text.en)];
      return zh.join() === en.join() ? [] : [`${id} ${"ABCDE"[i]}: ${zh} against ${en}`];
    }),
  );
  assert.deepEqual(differing, []);
});

test("fifteen questions or more have a figure, which is drawn and has words in both languages", () => {
  for (const lang of languages) {
    const pictures = readQuizView(lang).questions.flatMap(({ picture }) => picture ?? []);
    assert.ok(pictures.length >= 15, `${pictures.length} figures`);
    for (const picture of pictures) {
      if (picture.kind === "plot") {
        assert.match(picture.svg, /^<svg[\s\S]*<\/svg>$/);
        assert.ok(picture.alt.length > 8, picture.caption);
      } else if (picture.kind === "diagram") assert.ok(picture.diagram.alt[lang].length > 8);
      else assert.ok(picture.rows.length > 0);
    }
  }
});

test("all keys in doubt have a note, and the links of every question lead somewhere", () => {
  const noted = questions.filter(({ old }) => old).map(({ number }) => number);
  for (const number of [10, 22, 25, 28, 29, 34, 37, 38, 40, 41, 44])
    assert.ok(noted.includes(number), String(number));
  for (const { id, next } of readQuizView("en").questions) {
    assert.ok(next.length > 0 && next.every(({ url }) => /^\/\S*en\//.test(url)), id);
  }
});

test("the published results describe all questions of the old test", () => {
  const count = published.options.reduce((sum, { questions: n }) => sum + n, 0);
  assert.equal(count, published.questions);
  assert.ok(published.best <= published.questions && published.mean <= published.best);
});

const sourceFolder = "../shared/sources";
if (existsSync(sourceFolder)) {
  test("no question takes more than 25 Han characters or 12 words in a row from a source", () => {
    const measures: Record<"zh" | "en", Measure> = {
      zh: { unit: /[\p{Script=Han}\p{N}]|[A-Za-z]+/gu, most: 25 },
      en: { unit: /[\p{L}\p{N}]+/gu, most: 12 },
    };
    const sources = globSync(`${sourceFolder}/*.txt`).map((file) => readFileSync(file, "utf8"));
    for (const { id, question, options, old } of questions) {
      for (const lang of languages) {
        const text = [
          question[lang],
          ...options.flatMap(({ text: option, reason }) => [option[lang], reason[lang]]),
          old?.note[lang] ?? "",
        ].join("\n");
        for (const source of sources) {
          assert.deepEqual(findSharedRuns(text, source, measures[lang]), [], `${id} ${lang}`);
        }
      }
    }
  });
}
