import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../test/chromium.ts";
import { hostileBook, hostileMarkup } from "../test/hostile.ts";
import { openTrap, servePage, type Trap } from "../test/trap.ts";
import { renderReport } from "./report.ts";

/** Long enough for a refresh of 0 seconds, a prefetch, a retry. */
const settleMs = 1_500;

/** What Chromium says when a policy or a sandbox does its work. */
const policyNotes = [
  /Content Security Policy/,
  /sandboxed and the 'allow-/,
  /Blocked script execution/,
  /Blocked form submission/,
  /Blocked autofocusing/,
  /Unsafe attempt to (initiate navigation|load URL)/,
  /in a sandboxed frame/,
];

let browser: Browser;
let trap: Trap;

beforeAll(async () => {
  [browser, trap] = await Promise.all([launchChromium(), openTrap()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), trap.close()]);
});

/** Everything that a page did besides showing itself. */
interface Events {
  readonly dialogs: string[];
  readonly navigations: string[];
  readonly windows: string[];
  readonly downloads: string[];
  readonly errors: string[];
}

async function open(
  markup: string,
): Promise<{ page: Page; events: Events; close(): Promise<void> }> {
  trap.caught.length = 0;
  const server = await servePage(markup);
  const context = await browser.newContext();
  const page = await context.newPage();
  const events: Events = { dialogs: [], navigations: [], windows: [], downloads: [], errors: [] };
  page.on("dialog", async (dialog) => {
    events.dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  page.on("pageerror", (error) => events.errors.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !policyNotes.some((note) => note.test(text))) {
      events.errors.push(text);
    }
  });
  page.on("download", (download) => events.downloads.push(download.url()));
  await page.goto(`http://report.test:${server.port}/`);
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) events.navigations.push(frame.url());
  });
  context.on("page", (opened) => events.windows.push(opened.url()));
  const close = async (): Promise<void> => {
    await context.close();
    await server.close();
  };
  return { page, events, close };
}

const nothing: Events = { dialogs: [], navigations: [], windows: [], downloads: [], errors: [] };
const address = () => `http://evil.test:${trap.port}`;

test("the trap catches what the same notebook does in a page without our care", async () => {
  const { page, events, close } = await open(
    `<!doctype html><title>bare</title>${Object.values(hostileMarkup(address())).slice(0, 4).join("")}`,
  );
  await page.waitForTimeout(settleMs);
  expect(trap.caught).toContain("GET /script.js");
  expect(events.dialogs).toContain("1");
  await close();
});

test("a hostile scrapbook runs nothing and loads nothing", { timeout: 60_000 }, async () => {
  const markup = renderReport(hostileBook(address()), {
    title: "</title><script>alert(1)</script>",
    params: true,
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

test("clicks into its frames lead nowhere", { timeout: 60_000 }, async () => {
  const { page, events, close } = await open(renderReport(hostileBook(address())));
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
  const { page, close } = await open(renderReport(hostileBook(address())));
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
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
