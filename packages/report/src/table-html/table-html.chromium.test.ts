import fc from "fast-check";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../test/chromium.ts";
import { hostileMarkup } from "../../test/hostile.ts";
import { tableSoup } from "../../test/table-soup.ts";
import { elementRules } from "./element.ts";
import { renderTableHtml } from "./table-html.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});

afterAll(() => browser.close());

const allowed = {
  elements: [...elementRules.keys()],
  attributes: ["class", "colspan", "rowspan", "span", "scope"],
};

/** What a browser's own parser makes of markup: what is not allowed, and what a second parse changes. */
function judge(markups: readonly string[]): Promise<string[]> {
  return page.evaluate(
    ({ markups, elements, attributes }) =>
      markups.filter((markup) => {
        const box = document.createElement("div");
        const parse = (text: string) => new DOMParser().parseFromString(text, "text/html").body;
        box.append(...parse(markup).childNodes);
        const all = [...box.querySelectorAll("*")];
        const foreign = all.some(
          (element) =>
            !elements.includes(element.localName) ||
            element.namespaceURI !== "http://www.w3.org/1999/xhtml" ||
            element.getAttributeNames().some((name) => !attributes.includes(name)),
        );
        const again = parse(box.innerHTML).innerHTML;
        return foreign || again !== box.innerHTML;
      }),
    { markups, ...allowed },
  );
}

test("Chromium finds nothing in what is let in but the allow-list", {
  timeout: 60_000,
}, async () => {
  const soups = fc.sample(tableSoup, { numRuns: 20_000, seed: 20_261_123 });
  const accepted = [
    ...new Set(soups.map((soup) => renderTableHtml(soup)?.toString() ?? "")),
  ].filter((markup) => markup !== "");
  expect(accepted.length).toBeGreaterThan(1_000);
  expect(await judge(accepted)).toEqual([]);
});

test("the judge finds what is not allowed", async () => {
  const bad = [
    "<table><tr><td onclick=x>",
    "<p><img>",
    "<table><b>x</b></table>",
    "<p><table></table></p>",
  ];
  expect(await judge(["<p>x</p>", ...bad])).toEqual(expect.arrayContaining(bad.slice(0, 2)));
});

test("hostile markup is let in only as the text that it is", async () => {
  const accepted = Object.entries(hostileMarkup("http://evil.test")).filter(
    ([, markup]) => renderTableHtml(markup) !== undefined,
  );
  expect(accepted.map(([name]) => name)).toEqual(["entities in a table"]);
  expect(await judge(accepted.map(([, markup]) => String(renderTableHtml(markup))))).toEqual([]);
});
