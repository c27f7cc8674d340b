import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { writeIndexPage } from "../../../../src/search/index-page.ts";
import { readPageText } from "../../../../src/search/page-text.ts";
import { zeroWidthSpace } from "../../../../src/search/tokens.ts";

const page = (main: string, head = ""): string =>
  `<!doctype html><html lang="zh-CN"><head><title>门控 · 模式语言</title>${head}</head>
   <body><nav>导航</nav><main data-pagefind-body>${main}</main><footer>页脚</footer></body></html>`;

const texts = (main: string): string[] =>
  readPageText(page(main))?.blocks.map(({ text }) => text) ?? [];

describe("the text of a built page", () => {
  test("is what stands in its body, cut where paragraphs, cells and labels end", () => {
    const main =
      "<h1>门控</h1><p>一<strong>二</strong>三</p><table><tr><td>甲</td><td>乙</td></tr></table>";
    assert.deepEqual(texts(main), ["门控", "一二三", "甲", "乙"]);
  });

  test("leaves out maths, scripts and hidden parts", () => {
    const main = `<p>误差 <math><mi>π</mi></math>很小</p><script>let x</script><p hidden>藏</p>
      <p data-pagefind-ignore="all">略</p><noscript>无脚本</noscript>`;
    assert.deepEqual(texts(main), ["误差 很小"]);
  });

  test("stands apart from links, figures and code, which are marked to be ignored", () => {
    const main = "<nav>上一篇</nav><p>正文</p><div data-pagefind-ignore><nav>图</nav>例</div>";
    const read = readPageText(page(main));
    assert.deepEqual(
      read?.blocks.map(({ text }) => text),
      ["正文"],
    );
    assert.deepEqual(
      read?.asides.map(({ text }) => text),
      ["上一篇", "图", "例"],
    );
  });

  test("is all beside on a page without a body for search", () => {
    const read = readPageText("<html><body><main><h1>目录</h1>门控</main></body></html>");
    assert.equal(read?.title, "目录");
    assert.deepEqual(read?.blocks, []);
    assert.deepEqual(
      read?.asides.map(({ text }) => text),
      ["目录", "门控"],
    );
  });

  test("holds the labels of a figure, and no bare signs", () => {
    const main = "<svg><text>自注意力</text><text><tspan>键</tspan></text><line/></svg><p>——</p>";
    assert.deepEqual(texts(main), ["自注意力", "键"]);
  });

  test("knows title, kind, chapter and the ids of headings", () => {
    const main = `<span data-pagefind-filter="kind:pattern"></span>
      <span data-pagefind-filter="chapter:model"></span><h1>门控</h1><h2 id="problem">问题</h2><p>文</p>`;
    const read = readPageText(page(main));
    assert.equal(read?.title, "门控");
    assert.equal(read?.kind, "pattern");
    assert.equal(read?.chapter, "model");
    assert.deepEqual(read?.blocks[1], { heading: 2, id: "problem", text: "问题" });
  });

  test("is missing for a page that is empty or marked noindex", () => {
    assert.equal(readPageText(page("<p> </p>")), undefined);
    assert.equal(
      readPageText(page("<p>文</p>", '<meta name="robots" content="noindex">')),
      undefined,
    );
  });
});

test("the page for the index drops accents, keeps headings and sets Han characters apart", () => {
  const blocks = [
    { heading: 2, id: "a", text: "解法" },
    { heading: 0, id: "", text: "若 a < b，é" },
  ];
  const html = writeIndexPage("门控", blocks).replaceAll(zeroWidthSpace, "|");
  assert.match(html, /<h2 id="a">解\|法<\/h2>/);
  assert.match(html, /<p>若 a &lt; b，e<\/p>/);
});
