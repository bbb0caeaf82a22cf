import { expect, test } from "vitest";
import { cloudStores, stores } from "./index.ts";
import { codeOf } from "./testing/read-all.ts";

/** The name of the store that serves an address. */
const serves = (location: string): string | undefined =>
  stores.find((store) => store.matches(location))?.name;

test.each([
  ["s3://bucket/key", "s3"],
  ["gs://bucket/key", "gs"],
  ["abs://account.blob.core.windows.net/container/blob", "azure"],
  ["abfs://container@account.dfs.core.windows.net/path", "azure"],
  ["abfss://container@account.dfs.core.windows.net/path", "azure"],
  ["adl://store.azuredatalakestore.net/path", "adl"],
  ["hdfs://host/path", "hdfs"],
  ["https://github.com/ada/notes/blob/main/a.ipynb", "github"],
  ["https://raw.githubusercontent.com/ada/notes/main/a.ipynb", "github"],
  ["https://github.com/ada/notes", "http"],
  ["http://files.example/a.ipynb", "http"],
  ["HTTPS://files.example/a.ipynb", "http"],
  ["S3://bucket/key", "s3"],
  ["s3n://bucket/key", undefined],
  ["ftp://files.example/a", undefined],
  ["/a.ipynb", undefined],
])("%s is served by %s", (location, name) => {
  expect(serves(location)).toBe(name);
});

test("adl:// names its successor", async () => {
  const adl = stores.find((store) => store.name === "adl");
  await expect(adl?.open("adl://store.azuredatalakestore.net/a?sig=planted")).rejects.toThrow(
    /^\[store-scheme\](?!.*planted).*abfss/s,
  );
});

test("stores list where their servers can", () => {
  const listing = stores.filter(({ list }) => list !== undefined).map(({ name }) => name);
  expect(listing).toEqual(["s3", "gs", "azure", "hdfs"]);
});

test("options that are not right come to light when their store is used", async () => {
  const wrong = { retries: -1 };
  const options = { s3: wrong, gs: wrong, azure: wrong, hdfs: wrong, github: wrong, http: wrong };
  for (const store of cloudStores(options)) {
    if (store.name === "adl") continue;
    expect(await codeOf(Promise.resolve(store.can("x://y/z")))).toBe("usage-argument");
  }
});

test("only text is an address", () => {
  for (const other of [undefined, null, 1, {}, [], new URL("s3://bucket/key")]) {
    expect(stores.some((store) => store.matches(other))).toBe(false);
  }
});
