import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { parseNotebook } from "@scrapbook/core";
import { createIO } from "@scrapbook/core/io";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import { startGs } from "../testing/gs-server.ts";
import { gs } from "./index.ts";

let server: Awaited<ReturnType<typeof startGs>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
beforeAll(async () => {
  server = await startGs();
  proxy = await startFaultProxy(server.url);
});
afterAll(async () => {
  await proxy?.stop();
  await server?.stop();
});
beforeEach(() => proxy.clear());

const said = {
  contentType: "application/x-ipynb+json; v=4",
  contentLanguage: "de",
  contentDisposition: "inline",
  cacheControl: "max-age=60",
};
const metadata = { run: "7", owner: "ada" };

const urlOf = (name: string): string =>
  `${server.url}/storage/v1/b/notebooks/o/${encodeURIComponent(name)}`;

/** An object with all that can be said of it. */
async function putByApi(
  name: string,
  more: object = {},
  bytes = Buffer.from(notebookText(1)),
): Promise<void> {
  const uploading = `${server.url}/upload/storage/v1/b/notebooks/o?uploadType=multipart`;
  const body = [
    `--x\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ name, metadata, ...said, ...more })}`,
    `\r\n--x\r\nContent-Type: ${said.contentType}\r\n\r\n`,
  ].join("");
  const headers = { "content-type": "multipart/related; boundary=x" };
  const answer = await fetch(uploading, {
    ...{ method: "POST", headers },
    body: Buffer.concat([Buffer.from(body), bytes, Buffer.from("\r\n--x--\r\n")]),
  });
  expect(answer.status).toBe(200);
}

/** An object's bytes as they are stored. */
const storedBytes = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => resolve(buffer(answer))).on(
      "error",
      reject,
    );
  });

test.each(["writeNotebook", "editNotebook"] as const)(
  "%s keeps type and metadata",
  async (verb) => {
    const name = `kept/${verb}.ipynb`;
    await putByApi(name);
    const io = createIO({ stores: [gs({ endpoint: server.url })] });
    const location = `gs://notebooks/${name}`;
    if (verb === "writeNotebook") await io.writeNotebook(location, notebookText(2));
    else await io.editNotebook(location, (to) => to.set("x", 2));
    expect((await io.readNotebook(location)).value("x")).toBe(2);
    const resource = (await (await fetch(urlOf(name))).json()) as { metadata: object };
    expect(resource).toMatchObject(said);
    expect(resource.metadata).toMatchObject(metadata);
  },
);

describe("an object packed by gzip", () => {
  const text = notebookText(1);
  const put = (name: string) => putByApi(name, { contentEncoding: "gzip" }, gzipSync(text));

  test("is read as what it holds, whose size is what maxBytes bounds", async () => {
    await put("packed/read.ipynb");
    const { readNotebook } = createIO({ stores: [gs({ endpoint: server.url })] });
    const location = "gs://notebooks/packed/read.ipynb";
    expect((await readNotebook(location, { maxBytes: text.length })).value("x")).toBe(1);
    const reading = readNotebook(location, { maxBytes: text.length - 1 });
    await expect(reading).rejects.toMatchObject({ code: "store-too-large" });
  });

  test.each(["writeNotebook", "editNotebook"] as const)("is packed again by %s", async (verb) => {
    const name = `packed/${verb}.ipynb`;
    await put(name);
    const io = createIO({ stores: [gs({ endpoint: server.url })] });
    const location = `gs://notebooks/${name}`;
    if (verb === "writeNotebook") await io.writeNotebook(location, notebookText(2));
    else await io.editNotebook(location, (to) => to.set("x", 2));
    const resource = (await (await fetch(urlOf(name))).json()) as { metadata: object };
    expect(resource).toMatchObject({ ...said, contentEncoding: "gzip" });
    expect(resource.metadata).toMatchObject(metadata);
    // Asked for gzip, the server gives what it stores; fetch would unpack it.
    const stored = await storedBytes(`${urlOf(name)}?alt=media`);
    expect(parseNotebook(gunzipSync(stored)).value("x")).toBe(2);
  });
});

test("a second look at 100 unchanged objects lists once, and reads none", async () => {
  const store = gs({ endpoint: proxy.url });
  await Promise.all(Array.from({ length: 100 }, (_, i) => putByApi(`poll/${1000 + i}.ipynb`)));
  const { readNotebooks } = createIO({ stores: [store] });
  const cache = new Map();
  expect((await readNotebooks("gs://notebooks/poll/", { cache })).size).toBe(100);
  proxy.clear();
  expect((await readNotebooks("gs://notebooks/poll/", { cache })).size).toBe(100);
  expect(proxy.seen.map(({ url }) => url.split("?")[0])).toEqual(["/storage/v1/b/notebooks/o"]);
});

test.each([
  [401, "store-unauthenticated"],
  [403, "store-permission"],
])("a token that is answered with %d is %s, and not told", async (status, code) => {
  proxy.next({ is: "status", status }, 9);
  const store = gs({ endpoint: proxy.url, token: async () => "planted-token", retries: 0 });
  const reading = store.open("gs://notebooks/a.ipynb");
  await expect(reading).rejects.toMatchObject({ code });
  await expect(reading).rejects.toThrow(/^(?!.*planted)/s);
  expect(proxy.seen[0]?.headers.authorization).toBe("Bearer planted-token");
});
