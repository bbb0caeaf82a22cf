import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite, type Scrapbook, type Site } from "./testing/site.ts";

declare const scrapbook: Scrapbook;
declare global {
  var dropped: Promise<unknown>;
  var handles: Promise<Awaited<ReturnType<Scrapbook["droppedFiles"]>>>;
}

const tickers = fileURLToPath(new URL("../../../examples/tickers/notebooks/", import.meta.url));
let site: Site;
let folder: string;

beforeAll(async () => {
  site = await openSite();
  folder = await mkdtemp(join(tmpdir(), "scrapbook-drop-"));
  await cp(join(tickers, "AAA.ipynb"), join(folder, "AAA.ipynb"));
  await cp(tickers, join(folder, "tickers", "deep"), { recursive: true });
  await writeFile(join(folder, "tickers", "readme.md"), "no notebook");
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** Drops files and folders of this machine on a page, as a person's mouse does. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 50, y: 50, data });
  }
}

/** Lets the page read what is dropped: by handles where it may, or as older browsers do. */
async function openDropPage(hasHandles: boolean): Promise<Page> {
  const page = await site.open();
  await page.evaluate((hasHandles) => {
    if (!hasHandles) Reflect.deleteProperty(DataTransferItem.prototype, "getAsFileSystemHandle");
    document.documentElement.style.height = "100%";
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer === null) return;
      globalThis.handles = scrapbook.droppedFiles(event.dataTransfer);
      globalThis.dropped = scrapbook.readNotebooks(event.dataTransfer).then((book) => ({
        keys: [...book.keys()],
        symbols: [...new Set([...book.values()].map(({ scraps }) => scraps.get("symbol")?.data))],
      }));
    });
  }, hasHandles);
  return page;
}

test.each([true, false])(
  "a drop of a file and a folder is a scrapbook of all in them; handles: %s",
  async (hasHandles) => {
    const page = await openDropPage(hasHandles);
    await drop(page, [join(folder, "AAA.ipynb"), join(folder, "tickers")]);
    await page.waitForFunction(() => globalThis.dropped !== undefined);
    const { keys, symbols } = (await page.evaluate(() => globalThis.dropped)) as {
      keys: string[];
      symbols: string[];
    };
    expect(keys).toHaveLength(13);
    expect(keys[0]).toBe("AAA");
    expect(keys[1]).toBe("tickers/deep/AAA");
    expect(symbols).toHaveLength(12);
    await page.context().close();
  },
);

test("a dropped file that the person lets nobody write stays as it is", async () => {
  const page = await openDropPage(true);
  const file = join(folder, "AAA.ipynb");
  const before = await readFile(file);
  await drop(page, [file]);
  await page.waitForFunction(() => globalThis.handles !== undefined);
  const message = await page.evaluate(async () => {
    const [first] = await globalThis.handles;
    if (first === undefined) return "no file";
    const read = await scrapbook.readNotebook(first.location);
    return scrapbook
      .editNotebook(first.location, (session) => session.set("distance", 0.5))
      .then(
        () => `written over ${read.version}`,
        (error) => error.message,
      );
  });
  expect(message).toMatch(/^\[store-permission\] The person has not permitted it/);
  expect(await readFile(file)).toEqual(before);
  await page.context().close();
});

test("a dropped file that was deleted since, or changed, says which", async () => {
  const page = await openDropPage(false);
  const file = join(folder, "gone.ipynb");
  await cp(join(folder, "AAA.ipynb"), file);
  await drop(page, [file]);
  await page.waitForFunction(() => globalThis.handles !== undefined);
  const read = () =>
    page.evaluate(async () => {
      const [first] = await globalThis.handles;
      if (first === undefined) return "no file";
      return scrapbook.readNotebook(first.location).then(
        ({ scraps }) => String(scraps.size),
        (error) => error.code,
      );
    });
  expect(await read()).toBe("8");
  await writeFile(file, "{}");
  expect(await read()).toBe("store-conflict");
  await rm(file);
  expect(await read()).toBe("store-not-found");
  await page.context().close();
});
