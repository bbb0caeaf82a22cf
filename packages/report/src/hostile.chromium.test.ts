import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../test/chromium.ts";
import { hostileBook, hostileMarkup } from "../test/hostile.ts";
import { openTrap, type Trap } from "../test/trap.ts";
import { nothing, openWatched } from "../test/watched-page.ts";
import { renderReport } from "./report.ts";

/** Long enough for a refresh of 0 seconds, a prefetch, a retry. */
const settleMs = 1_500;

let browser: Browser;
let trap: Trap;

beforeAll(async () => {
  [browser, trap] = await Promise.all([launchChromium(), openTrap()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), trap.close()]);
});

const open = (markup: string) => {
  trap.caught.length = 0;
  return openWatched(browser, markup);
};

const address = () => `http://evil.test:${trap.port}`;

test("the trap catches what the same notebook does in a page without our care", async () => {
  const { events, close } = await open(
    `<!doctype html><title>bare</title>${Object.values(hostileMarkup(address())).slice(0, 4).join("")}`,
  );
  await expect.poll(() => trap.caught).toContain("GET /script.js");
  await expect.poll(() => events.dialogs).toContain("1");
  await close();
});

test("a hostile scrapbook runs nothing and loads nothing", async () => {
  const markup = await renderReport(hostileBook(address()), {
    title: "</title><script>alert(1)</script>",
    parameters: true,
  });
  const { page, events, close } = await open(markup);
  await page.waitForTimeout(settleMs);
  expect(events).toEqual(nothing);
  expect(trap.caught).toEqual([]);
  expect(
    await page.evaluate(() => ({ title: document.title, pwned: "pwned" in globalThis })),
  ).toEqual({
    title: "</title><script>alert(1)</script>",
    pwned: false,
  });
  await close();
});

test("clicks into its frames lead nowhere", async () => {
  const { page, events, close } = await open(await renderReport(hostileBook(address())));
  let clicks = 0;
  for (const frame of page.frames().filter((each) => each !== page.mainFrame())) {
    for (const target of await frame.locator("a, x-a, button, [onclick]").all()) {
      await target.dispatchEvent("click");
      clicks++;
    }
  }
  await page.waitForTimeout(settleMs);
  expect(clicks).toBeGreaterThan(6);
  expect(events).toEqual(nothing);
  expect(trap.caught).toEqual([]);
  await close();
});

test("its page holds our script alone, and no name or id of a notebook", {
  timeout: 60_000,
}, async () => {
  const { page, close } = await open(await renderReport(hostileBook(address())));
  const found = await page.evaluate(() => {
    // The controls are ours: our script adds them.
    const all = [...document.querySelectorAll("*")].filter((one) => !one.closest(".toolbar"));
    return {
      scripts: document.scripts.length,
      handlers: all
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith("on")),
      names: all.filter((element) => element.hasAttribute("name") && element.localName !== "meta")
        .length,
      ids: all
        .map((element) => element.id)
        .filter((id) => !/^(notebook-\d+(-name)?|unread(-name)?)?$/.test(id)),
      links: [...document.links]
        .map((link) => link.getAttribute("href") ?? "")
        .filter((href) => !/^#(notebook-\d+|unread)$/.test(href)),
      pictures: [...document.images].filter((image) => !image.src.startsWith("data:")).length,
      frames: [...document.querySelectorAll("iframe")].filter(
        (frame) => frame.getAttribute("sandbox") !== "" || frame.hasAttribute("src"),
      ).length,
      elements: [...new Set(all.map((element) => element.localName))].sort(),
    };
  });
  const { elements, ...rest } = found;
  expect(rest).toEqual({
    scripts: 1,
    handlers: [],
    names: 0,
    ids: [],
    links: [],
    pictures: 0,
    frames: 0,
  });
  for (const name of [
    "form",
    "input",
    "link",
    "base",
    "object",
    "embed",
    "svg",
    "math",
    "template",
  ]) {
    expect(elements).not.toContain(name);
  }
  await close();
});
