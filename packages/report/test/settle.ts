import type { Browser, Page } from "playwright";
import { expect } from "vitest";
import { servePage, type Trap } from "./trap.ts";

/** What a page does last, if anything: a refresh, an animation's end, a failed picture, a prefetch. */
const lateOnes = ["/refresh", "/animation", "/picture", "/prefetch"] as const;

/**
 * Waits until all that a page may do by itself must have happened: until a page without any defence,
 * opened after it in the same browser, was seen to do each of it. It waits for events and for no time,
 * so that a busy machine makes it slower and nothing else.
 *
 * @param clock a trap that nothing but this page knows.
 */
export async function settle(browser: Browser, page: Page, clock: Trap): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 1_000 }));
      }),
  );
  clock.caught.length = 0;
  const trap = `http://127.0.0.1:${clock.port}`;
  const server = await servePage(`<!doctype html><title>clock</title>
<style>@keyframes late{}</style>
<iframe srcdoc="<meta http-equiv=refresh content='0;url=${trap}/refresh'>"></iframe>
<b style="animation:late .01s" onanimationend="fetch('${trap}/animation')">x</b>
<img src="x:" onerror="fetch('${trap}/picture')">
<link rel="prefetch" href="${trap}/prefetch">`);
  const context = await browser.newContext();
  const late = await context.newPage();
  await late.goto(`http://clock.test:${server.port}/`, { waitUntil: "commit" });
  await expect
    .poll(() => lateOnes.filter((path) => !clock.caught.includes(`GET ${path}`)), {
      timeout: 60_000,
      interval: 20,
    })
    .toEqual([]);
  await context.close();
  await server.close();
}
