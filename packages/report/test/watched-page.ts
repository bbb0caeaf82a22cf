import type { Browser, Frame, Page } from "playwright";
import { servePage } from "./trap.ts";

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

/** Everything that a page did besides showing itself. */
export interface Events {
  readonly dialogs: string[];
  readonly navigations: string[];
  readonly windows: string[];
  readonly downloads: string[];
  readonly errors: string[];
}

/** A page, and what it does. */
export interface Watched {
  readonly page: Page;
  readonly events: Events;
  close(): Promise<void>;
}

/** Opens markup at an address of its own, and notes what it does. */
export async function openWatched(browser: Browser, markup: string): Promise<Watched> {
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
  await page.goto(`http://report.test:${server.port}/`, {
    waitUntil: "domcontentloaded",
  });
  await allRead(page);
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

/**
 * Waits until every frame's markup was read. Not for `load`: in Chromium an SVG that uses another one
 * by a data URL can hold it back for ever.
 */
async function allRead(page: Page): Promise<void> {
  for (let waiting = page.frames(); waiting.length > 0; ) {
    const read = await Promise.all(waiting.map(isRead));
    waiting = waiting.filter((_frame, i) => !read[i]);
  }
}

async function isRead(frame: Frame): Promise<boolean> {
  return frame
    .evaluate(() => document.readyState !== "loading" && location.href !== "about:blank")
    .catch(() => frame.isDetached());
}

/** What a page does that only shows itself. */
export const nothing: Events = {
  dialogs: [],
  navigations: [],
  windows: [],
  downloads: [],
  errors: [],
};
