import { createIO } from "@scrapbook/core/io";
import { readScrapsOver } from "@scrapbook/core/stream";
import { expect, onTestFinished, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import { startCarelessS3 } from "../testing/careless-s3.ts";
import { codeOf, textAt } from "../testing/read-all.ts";
import { s3At } from "../testing/s3-server.ts";

const location = "s3://notebooks/out/a.ipynb";

async function careless() {
  const server = await startCarelessS3();
  onTestFinished(() => server.stop());
  const proxy = await startFaultProxy(server.url);
  onTestFinished(() => proxy.stop());
  const store = s3At(proxy.url);
  await store.write(location, [Buffer.from(notebookText(1))]);
  return { proxy, store };
}

test("a server that ignores conditions is found out by asking, once for a bucket", async () => {
  const { proxy, store } = await careless();
  proxy.clear();
  expect(await store.can(location)).toMatchObject({ expect: false, create: false, write: true });
  const asked = proxy.seen.length;
  expect(proxy.seen.some(({ method }) => method === "DELETE")).toBe(true);
  await store.can("s3://notebooks/elsewhere/b.ipynb");
  expect(proxy.seen).toHaveLength(asked);
  expect(proxy.seen.every(({ url }) => url.includes(".scrapbook-probe-"))).toBe(true);
});

test("changes that such a server could lose are refused, and nothing is written", async () => {
  const { store } = await careless();
  const { editNotebook, writeNotebook } = createIO({ stores: [store] });
  const before = await textAt(store, location);
  expect(await codeOf(editNotebook(location, (to) => to.set("x", 2)))).toBe("store-unsupported");
  const creating = writeNotebook("s3://notebooks/new.ipynb", notebookText(1), { expect: "none" });
  expect(await codeOf(creating)).toBe("store-unsupported");
  expect(await textAt(store, location)).toBe(before);
  expect(await codeOf(textAt(store, "s3://notebooks/new.ipynb"))).toBe("store-not-found");
});

test("a notebook that is read in pieces is read alone: no server is probed for it", async () => {
  const { proxy, store } = await careless();
  proxy.clear();
  const notebook = await readScrapsOver({ stores: [store] }, location);
  await notebook.close();
  expect(notebook.value("x")).toBe(1);
  expect(proxy.seen.map(({ method }) => method)).toEqual(["GET"]);
});
