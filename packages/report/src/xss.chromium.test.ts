import type { Scrapbook } from "@scrapbook/core";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../test/chromium.ts";
import { settle } from "../test/settle.ts";
import { openTrap, type Trap } from "../test/trap.ts";
import { nothing, openWatched } from "../test/watched-page.ts";
import { aloneKey, inGroups, xssBook } from "../test/xss-book.ts";
import { pageWith, showAll } from "../test/xss-page.ts";
import { xssPayloads } from "../test/xss-payloads.ts";
import { displayToHtml } from "./display-to-html.ts";
import { html } from "./html.ts";
import { renderReport } from "./report.ts";

const timeout = 180_000;

let browser: Browser;
let trap: Trap;
let clock: Trap;
let book: Scrapbook;

beforeAll(async () => {
  [browser, trap, clock] = await Promise.all([launchChromium(), openTrap(), openTrap()]);
  book = xssBook(address());
}, timeout);

afterAll(() => Promise.all([browser.close(), trap.close(), clock.close()]));

const address = () => `http://127.0.0.1:${trap.port}`;
const several = (key: string) => key !== aloneKey;

/** Clicks, in the page and in its frames, all that is no link to the web. */
async function clickAll(page: Page): Promise<void> {
  const clicked = page.frames().map((frame) =>
    frame
      .evaluate(() => {
        const roots: (Document | ShadowRoot)[] = [document];
        for (const root of roots) {
          for (const element of root.querySelectorAll<HTMLElement>("*")) {
            if (element.shadowRoot !== null) roots.push(element.shadowRoot);
            if (/^https?:|^mailto:/.test(element.getAttribute("href") ?? "")) continue;
            if (!/^(a|x-a|button|text|maction|math|b|p|td|span)$/.test(element.localName)) continue;
            element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
            element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true, cancelable: true }));
          }
        }
      })
      // A frame may have gone.
      .catch(() => {}),
  );
  await Promise.all(clicked);
}

async function expectNothing(markup: string, act?: (page: Page) => Promise<void>): Promise<void> {
  trap.caught.length = 0;
  const { page, events, close } = await openWatched(browser, markup);
  await act?.(page);
  await settle(browser, page, clock);
  await clickAll(page);
  await settle(browser, page, clock);
  const errors = events.errors.filter((text) => !/^Failed to load resource/.test(text));
  const navigations = events.navigations.filter((url) => !/\/#(?:notebook-\d+|unread)$/.test(url));
  expect({ ...events, errors, navigations }).toEqual(nothing);
  expect(trap.caught).toEqual([]);
  await close();
}

test("there are more than 150 payloads, no two the same", () => {
  const payloads = xssPayloads(address());
  expect(new Set(payloads).size).toBe(payloads.length);
  expect(payloads.length).toBeGreaterThan(150);
});

test("in a page without care they run and load, also several together", { timeout }, async () => {
  trap.caught.length = 0;
  const page = await browser.newPage();
  const ran = new Set<string>();
  await page.exposeFunction("note", (marker: unknown) => ran.add(String(marker)));
  await page.addInitScript("window.alert = (marker) => top.note(marker)");
  const frames = inGroups(xssPayloads(address())).map(
    (markup) => html`<iframe srcdoc="${markup}"></iframe>`,
  );
  await page.setContent(html`${frames}`.toString(), { timeout, waitUntil: "commit" });
  await settle(browser, page, clock);
  await page.close();
  expect(ran.size).toBeGreaterThan(50);
  expect(new Set(trap.caught).size).toBeGreaterThan(20);
});

test("on the static page they do nothing", { timeout }, async () => {
  await expectNothing(await renderReport(book, { parameters: true, charts: several }));
});

test("on the static page without its policy they do nothing, each alone", { timeout }, async () => {
  const page = await renderReport(book, { parameters: true, maxPageLength: 1e9 });
  const bare = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  expect(bare.length).toBeLessThan(page.length);
  expect(bare.split("<iframe sandbox").length).toBeGreaterThan(180);
  await expectNothing(bare);
});

test("in a page of one's own without policy they do nothing", { timeout }, async () => {
  const parts: string[] = [];
  for (const [key, notebook] of book) {
    if (!several(key)) continue;
    for (const scrap of notebook.scraps.values()) parts.push(await displayToHtml(scrap));
  }
  await expectNothing(await pageWith(parts.join(""), book), async (page) => {
    const { inline, framed } = await showAll(page, aloneKey);
    expect(inline).toBeGreaterThan(400);
    expect(framed).toBeGreaterThan(50);
    expect(await page.locator("scrapbook-report article").count()).toBe(book.size);
  });
});
