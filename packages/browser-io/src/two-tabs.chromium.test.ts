import { afterAll, beforeAll, expect, test } from "vitest";
import { notebookText } from "../../../quality/store-contract/place.ts";
import { openSite, type Scrapbook, type Site } from "./testing/site.ts";

declare const scrapbook: Scrapbook;

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test.each(["opfs://counted/a.ipynb", "idb://counted/a.ipynb"])(
  "two tabs that add up in %s, 100 times each, lose nothing",
  async (location) => {
    const first = await site.open();
    const second = await site.open(first.context());
    const given = { location, text: notebookText(0) };
    await first.evaluate(({ location, text }) => scrapbook.writeNotebook(location, text), given);
    const count = async ({ location }: typeof given) => {
      for (let done = 0; done < 100; done++) {
        await scrapbook.editNotebook(location, (session) =>
          session.set("x", Number(session.notebook.value("x")) + 1),
        );
      }
    };
    await Promise.all([first.evaluate(count, given), second.evaluate(count, given)]);
    const sum = await second.evaluate(
      async ({ location }) => (await scrapbook.readNotebook(location)).value("x"),
      given,
    );
    expect(sum).toBe(200);
    await first.context().close();
  },
);

test("a tab that is closed while it writes holds nobody up, and leaves no trace", async () => {
  const first = await site.open();
  const second = await site.open(first.context());
  const given = { location: "opfs://closed.ipynb", text: notebookText(1) };
  await first.evaluate(({ location, text }) => scrapbook.writeNotebook(location, text), given);
  await first.evaluate(({ location }) => {
    const forever = new Promise<void>(() => {});
    return new Promise<void>((resolve) => {
      scrapbook.editNotebook(location, async (session) => {
        session.set("x", 2);
        resolve();
        await forever;
      });
    });
  }, given);
  await first.close();
  const value = await second.evaluate(async ({ location }) => {
    await scrapbook.editNotebook(location, (session) =>
      session.set("x", Number(session.notebook.value("x")) + 10),
    );
    return (await scrapbook.readNotebook(location)).value("x");
  }, given);
  expect(value).toBe(11);
  await second.context().close();
});
