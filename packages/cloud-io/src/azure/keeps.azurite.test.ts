import { gunzipSync, gzipSync } from "node:zlib";
import { parseNotebook } from "@scrapbook/core";
import { createIO } from "@scrapbook/core/io";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import { azureAt, azureLocation, containerAt, startAzure } from "../testing/azure-server.ts";
import { codeOf, textAt } from "../testing/read-all.ts";

let server: Awaited<ReturnType<typeof startAzure>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
beforeAll(async () => {
  server = await startAzure();
  proxy = await startFaultProxy(server.url);
});
afterAll(async () => {
  await proxy?.stop();
  await server?.stop();
});
beforeEach(() => proxy.clear());

const headers = {
  blobContentType: "application/x-ipynb+json; v=4",
  blobContentLanguage: "de",
  blobContentDisposition: "inline",
  blobCacheControl: "max-age=60",
};
const metadata = { run: "7", owner: "ada" };
const tags = { team: "a b", kind: "notebook" };

const blobAt = (name: string) => containerAt(server.url).getBlockBlobClient(name);

/** A blob with all that can be said of it. */
async function putBySdk(name: string, packing?: "gzip"): Promise<void> {
  const text = Buffer.from(notebookText(1));
  const bytes = packing === undefined ? text : gzipSync(text);
  await blobAt(name).upload(bytes, bytes.length, {
    blobHTTPHeaders: { ...headers, ...(packing && { blobContentEncoding: packing }) },
    ...{ metadata, tags, tier: "Cool" },
  });
}

async function keptOf(name: string): Promise<unknown> {
  const found = await blobAt(name).getProperties();
  const { scrapbookwrites: _, ...kept } = found.metadata ?? {};
  return {
    blobContentType: found.contentType,
    blobContentLanguage: found.contentLanguage,
    blobContentDisposition: found.contentDisposition,
    blobCacheControl: found.cacheControl,
    metadata: kept,
    tags: (await blobAt(name).getTags()).tags,
    tier: found.accessTier,
  };
}

test.each(["writeNotebook", "editNotebook"] as const)(
  "%s keeps type, metadata, tags and tier",
  async (verb) => {
    const name = `kept/${verb}.ipynb`;
    await putBySdk(name);
    const before = await keptOf(name);
    expect(before).toEqual({ ...headers, metadata, tags, tier: "Cool" });
    const io = createIO({ stores: [azureAt(server.url)] });
    const location = azureLocation(name);
    if (verb === "writeNotebook") await io.writeNotebook(location, notebookText(2));
    else await io.editNotebook(location, (to) => to.set("x", 2));
    expect((await io.readNotebook(location)).value("x")).toBe(2);
    expect(await keptOf(name)).toEqual(before);
  },
);

describe("a blob packed by gzip", () => {
  test("is read as what it holds, whose size is what maxBytes bounds", async () => {
    await putBySdk("packed/read.ipynb", "gzip");
    const { readNotebook } = createIO({ stores: [azureAt(server.url)] });
    const location = azureLocation("packed/read.ipynb");
    const size = notebookText(1).length;
    expect((await readNotebook(location, { maxBytes: size })).value("x")).toBe(1);
    const reading = readNotebook(location, { maxBytes: size - 1 });
    await expect(reading).rejects.toMatchObject({ code: "store-too-large" });
  });

  test.each(["writeNotebook", "editNotebook"] as const)("is packed again by %s", async (verb) => {
    const name = `packed/${verb}.ipynb`;
    await putBySdk(name, "gzip");
    const before = await keptOf(name);
    const io = createIO({ stores: [azureAt(server.url)] });
    const location = azureLocation(name);
    if (verb === "writeNotebook") await io.writeNotebook(location, notebookText(2));
    else await io.editNotebook(location, (to) => to.set("x", 2));
    expect(await keptOf(name)).toEqual(before);
    expect((await blobAt(name).getProperties()).contentEncoding).toBe("gzip");
    const stored = await blobAt(name).downloadToBuffer();
    expect(parseNotebook(gunzipSync(stored)).value("x")).toBe(2);
  });
});

test("a blob that is no block blob is refused, and left as it is", async () => {
  const name = "kept/append.ipynb";
  const blob = containerAt(server.url).getAppendBlobClient(name);
  await blob.create();
  await blob.appendBlock("old", 3);
  const store = azureAt(server.url);
  const writing = store.write(azureLocation(name), [Buffer.from("new")]);
  expect(await codeOf(writing)).toBe("store-unsupported");
  expect(await textAt(store, azureLocation(name))).toBe("old");
});

test("a second look at 100 unchanged blobs lists once, and reads none", async () => {
  await Promise.all(Array.from({ length: 100 }, (_, i) => putBySdk(`poll/${1000 + i}.ipynb`)));
  const { readNotebooks } = createIO({ stores: [azureAt(proxy.url)] });
  const cache = new Map();
  expect((await readNotebooks(azureLocation("poll/"), { cache })).size).toBe(100);
  proxy.clear();
  expect((await readNotebooks(azureLocation("poll/"), { cache })).size).toBe(100);
  expect(proxy.seen).toHaveLength(1);
  expect(proxy.seen[0]?.url).toContain("comp=list");
});

test("a wrong account key is said plainly, and not told", async () => {
  const accountKey = Buffer.from("planted-wrong-key").toString("base64");
  const store = azureAt(server.url, { accountKey, retries: 0 });
  const reading = store.open(azureLocation("a.ipynb"));
  // azurite's word for it is AuthorizationFailure, which elsewhere means that something is not permitted.
  expect(await codeOf(reading)).toMatch(/^store-(?:unauthenticated|permission)$/);
  await expect(reading).rejects.toThrow(/^(?!.*(?:planted|cGxhbnRlZ))/s);
});

test("a wrong signature in the address is said plainly, and not told", async () => {
  const location = `${azureLocation("a.ipynb")}?sv=2022-11-02&sr=b&sp=r&se=2099-01-01T00:00:00Z&sig=planted`;
  const reading = azureAt(server.url, { retries: 0 }).open(location);
  // azurite's word for it is AuthorizationFailure, which elsewhere means that something is not permitted.
  expect(await codeOf(reading)).toMatch(/^store-(?:unauthenticated|permission)$/);
  await expect(reading).rejects.toThrow(/^(?!.*planted)/s);
});
