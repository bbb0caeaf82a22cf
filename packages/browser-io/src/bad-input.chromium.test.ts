import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebookText } from "../../../quality/store-contract/place.ts";
import { openSite, type Scrapbook, type Site } from "./testing/site.ts";

declare const scrapbook: Scrapbook;

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** The message of the error of reading a location. */
function messageOf(page: Page, location: string): Promise<string> {
  return page.evaluate(
    (location) =>
      scrapbook.readNotebook(location).then(
        () => "no error",
        (error: Error) => error.message,
      ),
    location,
  );
}

test("without a network, the browser is said to be offline", async () => {
  const page = await site.open();
  await page.context().setOffline(true);
  expect(await messageOf(page, "/web/notebook")).toMatch(
    /^\[store-unreachable\] The browser is offline \(\/web\/notebook\)/,
  );
  await page.context().setOffline(false);
  expect(await messageOf(page, "/web/notebook")).toBe("no error");
  await page.context().close();
});

test("a server that the page's own policy forbids is told from one that is off", async () => {
  const strict = await openSite("default-src 'self'");
  const page = await strict.open();
  expect(await messageOf(page, `${site.origin}/web/notebook`)).toContain(
    `Content-Security-Policy forbids to ask this server (${site.origin}/web/notebook). Add ${site.origin}`,
  );
  // Without wasm-unsafe-eval the scanner in TypeScript does it.
  expect(await messageOf(page, "/web/notebook")).toBe("no error");
  await strict.close();
});

describe("a quota that is exceeded", () => {
  test.each(["opfs://full/a.ipynb", "idb://full/a.ipynb"])(
    "in %s is store-full, and the old notebook is still there",
    async (location) => {
      const page = await site.open();
      const given = { location, text: notebookText(1) };
      const session = await page.context().newCDPSession(page);
      await session.send("Storage.overrideQuotaForOrigin", {
        origin: site.origin,
        quotaSize: 3_000_000,
      });
      // Only now: the browser remembers for a while how much room there was.
      await page.evaluate(({ location, text }) => scrapbook.writeNotebook(location, text), given);
      const result = await page.evaluate(async ({ location }) => {
        // Nothing that could be packed.
        const parts = Array.from({ length: 80 }, () =>
          crypto.getRandomValues(new Uint32Array(16_384)).join(""),
        );
        const full = await scrapbook
          .editNotebook(location, (session) => session.set("y", parts.join("")))
          .then(
            () => "written",
            (error) => error.code,
          );
        const added = await scrapbook
          .writeNotebook(
            location.replace("a.ipynb", "new.ipynb"),
            new TextEncoder().encode(parts.join("")),
            { check: false },
          )
          .then(
            () => "written",
            (error) => error.code,
          );
        const notebook = await scrapbook.readNotebook(location);
        const book = await scrapbook.readNotebooks(location.replace("/a.ipynb", ""));
        return [full, added, notebook.value("x"), notebook.scraps.has("y"), [...book.keys()]];
      }, given);
      expect(result).toEqual(["store-full", "store-full", 1, false, ["a"]]);
      await page.context().close();
    },
  );
});
