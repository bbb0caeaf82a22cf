import { inspect } from "node:util";
import { isScrapbookError } from "@scrapbook/core";
import { createIO } from "@scrapbook/core/io";
import { describe, expect, onTestFinished, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import { startWeb, webUser } from "../../../../scripts/servers/web.mjs";
import { type HttpOptions, http } from "./index.ts";

async function webWith(files: Readonly<Record<string, string>>) {
  const web = await startWeb();
  onTestFinished(() => web.stop());
  for (const [path, text] of Object.entries(files)) web.files.set(path, Buffer.from(text));
  return web;
}

/** The text at a URL, or the code and whole text of the error. */
async function get(url: string, options: HttpOptions = {}): Promise<string> {
  try {
    const opened = await http({ retries: 0, ...options }).open(url);
    const bytes = await opened?.read();
    await opened?.close();
    return new TextDecoder().decode(bytes);
  } catch (error) {
    return isScrapbookError(error) ? `${error.code}: ${inspect(error, { depth: 9 })}` : `${error}`;
  }
}

describe("redirects", () => {
  test("5 are followed, and no more", async () => {
    const { url } = await webWith({ "/a": "text" });
    expect(await get(`${url}/hop/5/a`)).toBe("text");
    expect(await get(`${url}/hop/6/a`)).toMatch(/^store-permission: .*more than 5 redirects/s);
  });

  test.each(["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/"])(
    "none leads to %s",
    async (target) => {
      const { url } = await webWith({});
      expect(await get(`${url}/to?${encodeURIComponent(target)}`)).toMatch(/^store-permission/);
    },
  );

  test("what authorizes is not sent to another origin", async () => {
    const web = await webWith({});
    const other = await webWith({ "/a": "text" });
    const authorization = { [web.url]: "Bearer planted-token" };
    const location = `${web.url}/to?${encodeURIComponent(`${other.url}/a`)}`;
    expect(await get(location, { authorization })).toBe("text");
    expect(await get(location.replace("//", "//ada:planted@"))).toBe("text");
    expect(web.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer planted-token",
      `Basic ${btoa("ada:planted")}`,
    ]);
    expect(other.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test("credentials are not sent over http to another machine", async () => {
    expect(await get("http://ada:planted@files.example/a")).toMatch(/^store-unauthenticated/);
  });
});

describe("allowUrl", () => {
  test("is asked for each hop, with the address that the host resolves to", async () => {
    const { url } = await webWith({ "/a": "text" });
    const asked: string[] = [];
    const allowUrl = (to: URL, address: string): boolean => {
      asked.push(`${to.pathname} ${address}`);
      return to.pathname !== "/a";
    };
    const named = url.replace("127.0.0.1", "localhost");
    expect(await get(`${named}/hop/2/a`, { allowUrl })).toMatch(/^store-permission/);
    expect(asked.filter((one) => one.endsWith("127.0.0.1"))).toEqual([
      "/hop/2/a 127.0.0.1",
      "/hop/1/a 127.0.0.1",
      "/a 127.0.0.1",
    ]);
  });
});

describe("what web servers send", () => {
  test("packed bytes are unpacked, and counted afterwards", async () => {
    const { url } = await webWith({ "/a": "x".repeat(100_000) });
    expect((await get(`${url}/gzip/a`)).length).toBe(100_000);
    const opened = await http().open(`${url}/gzip/a`, { maxBytes: 99_999 });
    await expect(opened?.read()).rejects.toMatchObject({ code: "store-too-large" });
    const part = await http().open(`${url}/gzip/a`);
    expect((await part?.slice(99_990, 200_000))?.length).toBe(10);
  });

  test("a body without etag that is cut is read again as a whole", async () => {
    const web = await webWith({ "/a": "x".repeat(100_000) });
    const proxy = await startFaultProxy(web.url);
    onTestFinished(() => proxy.stop());
    proxy.next({ is: "cut", bytes: 50_000 });
    expect((await get(`${proxy.url}/plain/a`, { retries: 2 })).length).toBe(100_000);
  });

  test("a page for people is no notebook", async () => {
    const { url } = await webWith({});
    expect(await get(`${url}/login/a`)).toMatch(/^store-not-notebook/);
  });

  test("who may read is found by user and password, or by a token", async () => {
    const { url } = await webWith({ "/a": "text" });
    expect(await get(`${url}/private/a`)).toMatch(/^store-unauthenticated/);
    const { name, password } = webUser;
    expect(await get(`${url.replace("//", `//${name}:${password}@`)}/private/a`)).toBe("text");
    const authorization = { [url]: "Bearer planted-token" };
    expect(await get(`${url}/token/a`, { authorization })).toBe("text");
  });
});

test("no secret of an address is in errors, notebooks, tables or warnings", async () => {
  const { url } = await webWith({ "/a.ipynb": notebookText(1), "/bad.ipynb": "{" });
  const secret = (path: string): string =>
    `${url.replace("//", "//ada:planted-1@")}${path}?token=planted-2&sig=planted-3#planted-4`;
  const said: unknown[] = [];
  const { readNotebook, readNotebooks } = createIO({ stores: [http({ retries: 0 })] });
  const notebook = await readNotebook(secret("/a.ipynb"));
  const book = await readNotebooks(
    [secret("/a.ipynb"), secret("/bad.ipynb"), secret("/none.ipynb")],
    {
      onError: "collect",
    },
  );
  said.push(notebook.source, notebook.version, [...book.keys()], [...book.errors]);
  said.push(
    book.table(["x"]).rows(),
    [...book.values()].map(({ source }) => source),
  );
  for (const path of ["/none.ipynb", "/bad.ipynb", "/login/a", "/private/a", "/hop/9/a"]) {
    said.push(await readNotebook(secret(path)).catch((error: unknown) => error));
  }
  const text = inspect(said, { depth: 20, showHidden: true, maxStringLength: Infinity });
  expect(text).toContain("store-not-found");
  expect(text).not.toMatch(/planted|ada:/);
});
