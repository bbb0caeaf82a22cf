import { isScrapbookError, type ScrapbookError } from "@scrapbook/core";
import { describe, expect, inject, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { readNotebook, readNotebooks, urlIndex } from "../index.ts";
import type { Progress } from "./fetch-options.ts";
import { fetchStore } from "./fetch-store.ts";

const away = `${inject("webServer")}/web`;
const own = `${location.origin}/web`;
const origins = { "the page's own": own, another: away };
let places = 0;

for (const [name, origin] of Object.entries(origins)) {
  testStore({
    name: `the store of URLs, on ${name} origin`,
    make: async () => {
      const folder = `${origin}/files/${crypto.randomUUID()}`;
      const at = (path: string) => `${folder}/${encodeURIComponent(path)}`;
      const put = async (path: string, bytes: Uint8Array): Promise<void> => {
        await fetch(at(path), { method: "PUT", body: bytes as Uint8Array<ArrayBuffer> });
      };
      return { store: fetchStore(), folder, at, put };
    },
    can: { expect: false, create: false, ranges: false, list: false, write: false },
  });
}

/** The error of reading a URL. */
async function errorOf(url: string, options?: Parameters<typeof readNotebook>[1]) {
  const error = await readNotebook(url, options).catch((error: unknown) => error);
  if (!isScrapbookError(error)) throw new Error(`no such error: ${error}`);
  return error as ScrapbookError;
}

describe.each(Object.entries(origins))("a URL of %s origin", (_, origin) => {
  test.each([
    ["status/401", "store-unauthenticated", "HTTP 401"],
    ["status/403", "store-permission", "HTTP 403"],
    ["status/404", "store-not-found", "HTTP 404"],
    ["status/418", "store-io", "HTTP 418"],
    ["status/503", "store-io", "HTTP 503"],
    ["login", "store-unauthenticated", "a page to sign in"],
    ["to-login", "store-unauthenticated", "web/login"],
    ["page", "store-not-notebook", "a page for people"],
    ["breaks-off", "store-unreachable", "broke off"],
  ])("%s gives %s", async (path, code, part) => {
    const error = await errorOf(`${origin}/${path}`);
    expect([error.code, error.source]).toEqual([code, `${origin}/${path}`]);
    expect(error.message).toContain(part);
  });

  test("whose answer is not one of CORS is told from one without a network", async () => {
    const redirected = await errorOf(`${origin}/to-elsewhere?to=${inject("webServer")}`);
    expect(redirected.code).toBe("store-unauthenticated");
    expect(redirected.message).toContain("sign in");
    const closed = await errorOf(`${away}/closed`);
    expect(closed.code).toBe("store-unreachable");
    expect(closed.message).toContain(`Access-Control-Allow-Origin: ${location.origin}`);
    const nobody = await errorOf(`${inject("nobody")}/a.ipynb`);
    expect(nobody.code).toBe("store-unreachable");
    expect(nobody.message).toContain("cannot be reached");
  });

  test("tells how far it is", async () => {
    const seen: Progress[] = [];
    const url = `${origin}/files/progress-${places++}.ipynb`;
    await fetch(url, { method: "PUT", body: notebookText(1) });
    const notebook = await readNotebook(url, { onProgress: (progress) => seen.push(progress) });
    const total = origin === own ? notebookText(1).length : undefined;
    expect(notebook.value("x")).toBe(1);
    expect(seen.at(-1)).toEqual({ source: url, loaded: notebookText(1).length, total });
  });

  test("stops where its signal says so, in the middle", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const reading = readNotebook(`${origin}/endless`, {
      signal: stop.signal,
      onProgress: () => stop.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
  });

  test("gives up an endless body and a packed one that grows beyond what is allowed", async () => {
    const endless = await errorOf(`${origin}/endless`, { maxBytes: 100_000 });
    const packed = await errorOf(`${origin}/packed`, { maxBytes: 100_000 });
    expect([endless.code, packed.code]).toEqual(["store-too-large", "store-too-large"]);
    expect((await readNotebook(`${origin}/packed`)).scraps.size).toBe(0);
  });

  test("shows neither password nor query in a message", async () => {
    const error = await errorOf(`${origin}/status/404?token=secret`);
    expect(error.message).not.toContain("secret");
  });
});

describe("an index of URLs", () => {
  const put = (path: string, body: string) => fetch(`${own}${path}`, { method: "PUT", body });

  test.each(["list", "object"])("as a %s gives its notebooks", async (form) => {
    await put("/files/i/b.ipynb", notebookText(2));
    await put("/files/i/deep/a.ipynb", notebookText(1));
    const urls = ["b.ipynb", "deep/a.ipynb?v=1", "readme.txt"];
    const index = form === "list" ? urls : { notebooks: urls };
    await put("/files/i/index.json", JSON.stringify(index));
    const book = await readNotebooks(urlIndex("/web/files/i/index.json"));
    expect([...book].map(([key, { scraps }]) => [key, scraps.get("x")?.data])).toEqual([
      ["b", 2],
      ["deep/a", 1],
    ]);
  });

  test.each([
    ["[1]", "store-io"],
    ["{}", "store-io"],
    ["[", "json-truncated"],
    ['["https://example.com/a.ipynb"]', "store-permission"],
    ['["//"]', "store-io"],
  ])("that is %s is an error of its own", async (text, code) => {
    await put("/files/bad/index.json", text);
    const reading = readNotebooks(urlIndex(`${own}/files/bad/index.json`));
    await expect(reading).rejects.toMatchObject({ code });
  });
});

describe("addresses", () => {
  test("relative to the page, and of the data and blob schemes, are read", async () => {
    await fetch(`${own}/files/r.ipynb`, { method: "PUT", body: notebookText(3) });
    const relative = await readNotebook("/web/files/r.ipynb?x=1");
    expect([relative.source, relative.value("x")]).toEqual(["/web/files/r.ipynb", 3]);
    const data = await readNotebook(`data:application/json,${encodeURIComponent(notebookText(4))}`);
    expect([data.source, data.value("x")]).toEqual(["a data: URL", 4]);
    const url = URL.createObjectURL(new Blob([notebookText(5)]));
    expect((await readNotebook(url)).value("x")).toBe(5);
  });

  test("in a list are read as a scrapbook", async () => {
    for (const value of [1, 2]) {
      await fetch(`${own}/files/l/${value}.ipynb`, { method: "PUT", body: notebookText(value) });
    }
    const book = await readNotebooks([`${own}/files/l/1.ipynb`, new URL(`${own}/files/l/2.ipynb`)]);
    expect([...book.keys()]).toEqual(["1", "2"]);
  });
});
