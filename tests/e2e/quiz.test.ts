import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { loadQuiz } from "../../src/site/quiz.ts";
import { openSite, type PageOptions, type Site } from "./browser.ts";
import { findFaults, findOverflow } from "./page-faults.ts";

let site: Site;

before(async () => {
  site = await openSite();
});

after(() => site?.close());

const { questions } = loadQuiz();
const keyOf = (id: string | null): number =>
  questions.find((question) => question.id === id)?.options.findIndex(({ isRight }) => isRight) ??
  -1;

async function openQuiz(lang: "zh" | "en", query = "", options?: PageOptions): Promise<Page> {
  const page = await site.open(`${lang}/demos/quiz/${query}`, options);
  await waitReady(page);
  return page;
}

const waitReady = (page: Page): Promise<void> => page.locator("[data-quiz=ready]").waitFor();
const idOf = (page: Page): Promise<string | null> =>
  page.locator("[data-question]").getAttribute("data-question");

/** The address follows a moment after the page. */
async function waitForQuestionInAddress(page: Page, id: string | null): Promise<void> {
  await page.waitForFunction((q) => location.search.includes(`q=${q}`), id);
}

/** Chooses the right option of the question on the page, or one beside it. */
async function choose(page: Page, isRight: boolean): Promise<void> {
  const key = keyOf(await idOf(page));
  await page.locator(`[data-option="${isRight ? key : (key + 1) % 2}"]`).click();
}

test("practice shows the reason of every option at once, and the first answer stands", async () => {
  const page = await openQuiz("zh");
  await page.getByRole("button", { name: /^开始：45 题/ }).click();
  assert.equal(await idOf(page), questions[0]?.id);
  const options = questions[0]?.options.length ?? 0;
  assert.equal(await page.locator(".reason").count(), 0);
  await page.locator("[data-option]").first().click();
  assert.equal(await page.locator(".reason").count(), options);
  assert.match(await page.locator("[data-verdict]").innerText(), /不对，正确的是 B/);
  await page.locator("[data-option]").nth(1).dispatchEvent("click");
  assert.match(await page.locator("[data-verdict]").innerText(), /不对/);
  assert.match(await page.locator(".old").innerText(), /旧题的答案：有争议/);
  await page.getByRole("button", { name: "下一题" }).click();
  await choose(page, true);
  assert.match(await page.locator("[data-verdict]").innerText(), /^对了/);
});

test("a test hides reasons, is reviewed with its flags, handed in, and scored by topic", async () => {
  const page = await openQuiz("en", "?mode=test&topic=generalization&seed=3");
  await page.getByRole("button", { name: /^Begin: 6 questions/ }).click();
  assert.match(await page.locator("[data-timer]").innerText(), /Time left (6:00|5:5\d)/);
  await choose(page, true);
  assert.equal(await page.locator(".reason").count(), 0);
  await page.getByRole("button", { name: "Next" }).click();
  await choose(page, false);
  await page.getByRole("button", { name: "Flag", exact: true }).click();
  await page.getByRole("button", { name: "Review and hand in" }).click();
  const review = await page.locator(".quiz").innerText();
  assert.match(review, /4 questions are open/);
  assert.match(review, /1 question is flagged/);
  await page.getByRole("button", { name: "Question 2 of 6, answered, flagged" }).click();
  await choose(page, true);
  await page.getByRole("button", { name: "Review and hand in" }).click();
  await page.getByRole("button", { name: "Hand in" }).click();
  assert.equal(await page.locator("[data-score]").innerText(), "2 / 6");
  assert.match(
    await page.locator("[data-topics]").innerText(),
    /Capacity and generalisation\s+2\/6\s+33%/,
  );
  assert.ok((await page.locator("[data-topics] a").count()) > 0, "it says what to read");
  assert.equal(await page.locator("[data-missed] li:visible").count(), 4);
  await page.locator("[data-missed] button").first().click();
  assert.match(await page.locator("[data-verdict]").innerText(), /Not answered; it is [A-E]/);
});

test("a whole test joins the reader's own results, and what was missed comes back", async () => {
  const page = await openQuiz("zh", "?mode=test");
  await page.getByRole("button", { name: /^开始：45 题/ }).click();
  await choose(page, true);
  await page.getByRole("button", { name: "检查并交卷" }).click();
  await page.getByRole("button", { name: "交卷" }).click();
  assert.match(await page.locator("[data-attempts]").innerText(), /1\/45/);
  assert.equal(await page.locator("[data-distribution] .point").count(), 1);
  await page.getByRole("button", { name: "回到开头" }).click();
  assert.match(await page.locator("[data-cards]").innerText(), /错题盒里有 44 题，其中 44 题到期/);
  await page.getByLabel("范围").selectOption("due");
  await page.getByRole("button", { name: /^开始：44 题/ }).waitFor();
});

test("a reload goes on at the same question with its answers", async () => {
  const page = await openQuiz("zh", "?mode=test&seed=8");
  await page.getByRole("button", { name: /^开始：45 题/ }).click();
  await choose(page, true);
  await page.getByRole("button", { name: "下一题" }).click();
  const second = await idOf(page);
  await choose(page, false);
  await waitForQuestionInAddress(page, second);
  await page.reload();
  await waitReady(page);
  assert.equal(await idOf(page), second);
  assert.equal(await page.locator("[data-option][aria-pressed=true]").count(), 1);
  await page.getByRole("button", { name: "上一题" }).click();
  assert.equal(await page.locator("[data-option][aria-pressed=true]").count(), 1);
});

test("the language switch keeps the question, its answer and the shuffled order", async () => {
  const page = await openQuiz("zh", "?seed=5&topic=troubles");
  await page.getByRole("button", { name: /^开始：8 题/ }).click();
  await page.getByRole("button", { name: "下一题" }).click();
  await choose(page, true);
  const id = await idOf(page);
  const order = () =>
    page
      .locator("[data-option]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-option")));
  const before = await order();
  await waitForQuestionInAddress(page, id);
  await page.locator("a[data-twin]").click();
  await page.waitForURL("**/en/demos/quiz/**");
  await waitReady(page);
  assert.equal(await idOf(page), id);
  assert.deepEqual(await order(), before);
  assert.match(await page.locator("[data-verdict]").innerText(), /^Right/);
});

test("the keyboard alone begins, answers, flags, turns pages and hands in", async () => {
  const page = await openQuiz("en", "?mode=test&topic=representations");
  await page.getByRole("button", { name: /^Begin/ }).focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-question]").waitFor();
  for (let i = 0; i < 5; i++) {
    const key = keyOf(await idOf(page));
    await page.keyboard.press(String(key + 1));
    if (i === 0) await page.keyboard.press("f");
    if (i < 4) await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.locator(".place").innerText(), /Question 4 of 5/);
  const tabTo = async (name: string) => {
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
    }
    assert.fail(`Tab never reached ${name}`);
  };
  await tabTo("Review and hand in");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".quiz").innerText(), /1 question is flagged/);
  await tabTo("Hand in");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("[data-score]").innerText(), "5 / 5");
});

test("an address opens its question, and what is wrong with an address is said", async () => {
  const page = await openQuiz("en", "?q=dead-unit");
  assert.equal(await idOf(page), "dead-unit");
  await page.context().close();
  const wrong = await openQuiz("en", "?seed=x&topic=cooking");
  assert.match(await wrong.locator(".quiz").innerText(), /topic=cooking, seed=x/);
  await wrong.getByRole("button", { name: /^Begin: 45 questions/ }).waitFor();
});

test("without JavaScript every question can be read, its answer folded away", async () => {
  const page = await site.open("zh/demos/quiz/", { hasJavaScript: false });
  assert.equal(await page.locator("[data-asked]").count(), 45);
  const fold = page.locator("[data-asked=dead-unit] details");
  assert.equal(await fold.locator("ul").isVisible(), false);
  await fold.locator("summary").click();
  assert.match(await fold.innerText(), /A.*死单元/s);
  assert.equal(await page.locator(".settings").isVisible(), false);
  assert.deepEqual(await findOverflow(page), []);
});

test("on paper come all questions without their answers, and the key at the end", async () => {
  const page = await openQuiz("en");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("[data-asked]:visible").count(), 45);
  assert.equal(await page.locator("[data-sheet] details:visible").count(), 0);
  assert.equal(await page.locator("[data-key] li:visible").count(), 45);
  assert.equal(await page.locator("[data-sheet] button:visible").count(), 0);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("[data-quiz]").getAttribute("data-panel"), "home");
});

const views: Record<string, (page: Page) => Promise<void>> = {
  beginning: async () => {},
  "answered question with a figure": async (page) => {
    await page.goto(`${page.url()}?q=two-half-planes`);
    await waitReady(page);
    await choose(page, false);
    await page.locator(".quiz > details > summary").click();
  },
  result: async (page) => {
    await page.goto(`${page.url()}?mode=test`);
    await waitReady(page);
    await page.locator(".settings button.first").click();
    await choose(page, false);
    await page.keyboard.press("Tab");
    await page.locator(".quiz .row button").nth(3).click();
    await page.locator(".quiz .row button.first").click();
    await page.locator("[data-score]").waitFor();
  },
  sheet: async (page) => {
    await page.goto(`${page.url()}?view=sheet`);
    await waitReady(page);
  },
};

for (const [name, use] of Object.entries(views)) {
  test(`${name}: on a phone and a desk, both themes, nothing sticks out and axe finds nothing`, async () => {
    for (const [lang, theme] of [
      ["zh", "dark"],
      ["en", "light"],
    ] as const) {
      const page = await openQuiz(lang, "", { width: 360, theme });
      await use(page);
      assert.deepEqual(await findFaults(page), [], `${lang}, ${theme}`);
      await page.context().close();
    }
  });
}

test("the quiz inside the article works like its page", async () => {
  const page = await site.open("zh/articles/deep-learning-quiz/", { width: 360 });
  await page.locator("[data-quiz]").scrollIntoViewIfNeeded();
  await waitReady(page);
  await page.getByRole("button", { name: /^开始：45 题/ }).click();
  await choose(page, true);
  assert.match(await page.locator("[data-verdict]").innerText(), /^对了/);
  assert.deepEqual(await findOverflow(page), []);
});

test("no page error, console error or foreign request came up", () => {
  assert.deepEqual(site.faults, []);
});
