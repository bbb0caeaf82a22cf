import { request } from "node:http";
import { inspect } from "node:util";
import type { Store } from "@scrapbook/core/io";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import { startHdfs } from "../testing/hdfs-server.ts";
import { codeOf, textAt } from "../testing/read-all.ts";
import { hdfs } from "./index.ts";

let server: Awaited<ReturnType<typeof startHdfs>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
beforeAll(async () => {
  server = await startHdfs();
  proxy = await startFaultProxy(server.url);
}, 300_000);
afterAll(async () => {
  await proxy?.stop();
  await server?.stop();
});
beforeEach(() => proxy.clear());

const storeAs = (user: string): Store => hdfs({ endpoint: proxy.url, user, retries: 0 });

/** An operation of WebHDFS, without our client. The cluster's own user may do anything. */
function ask(method: string, path: string, query: Record<string, string>): Promise<unknown> {
  const user = { "user.name": process.env.USER ?? "root" };
  const url = `${server.url}/webhdfs/v1${path}?${new URLSearchParams({ ...user, ...query })}`;
  return new Promise((resolve, reject) => {
    request(url, { method }, async (answer) => {
      let text = "";
      for await (const piece of answer) text += piece;
      resolve(text === "" ? undefined : JSON.parse(text));
    })
      .on("error", reject)
      .end();
  });
}

test("a file that is written anew keeps its rights, attributes and replication", async () => {
  const path = "/kept/a.ipynb";
  const store = hdfs({ endpoint: server.url });
  await store.write(`hdfs://nn${path}`, [Buffer.from("old")]);
  await ask("PUT", path, { op: "SETPERMISSION", permission: "640" });
  await ask("PUT", path, { op: "SETOWNER", group: "science" });
  await ask("PUT", path, { op: "MODIFYACLENTRIES", aclspec: "user:ada:rw-" });
  await ask("PUT", path, { op: "SETREPLICATION", replication: "2" });
  const attribute = { op: "SETXATTR", "xattr.name": "user.run", "xattr.value": '"7"' };
  await ask("PUT", path, { ...attribute, flag: "CREATE" });
  const looks = async () => [
    await ask("GET", path, { op: "GETACLSTATUS" }),
    await ask("GET", path, { op: "GETXATTRS", encoding: "text" }),
  ];
  const before = await looks();
  expect(inspect(before, { depth: 9 })).toMatch(/ada[\s\S]*science[\s\S]*user\.run/);
  await store.write(`hdfs://nn${path}`, [Buffer.from("new")]);
  expect(await looks()).toEqual(before);
  expect(await ask("GET", path, { op: "GETFILESTATUS" })).toMatchObject({
    FileStatus: { replication: 2, length: 3 },
  });
});

test("who may not is denied, by a code of its own, and nothing is left", async () => {
  await hdfs({ endpoint: server.url }).write("hdfs://nn/own/a.ipynb", [Buffer.from("old")]);
  await ask("PUT", "/own/a.ipynb", { op: "SETPERMISSION", permission: "600" });
  const store = storeAs("somebody");
  expect(await codeOf(textAt(store, "hdfs://nn/own/a.ipynb"))).toBe("store-permission");
  expect(await codeOf(store.write("hdfs://nn/own/b.ipynb", []))).toBe("store-permission");
  expect(await codeOf(store.write("hdfs://nn/own/a.ipynb", []))).toBe("store-permission");
});

test("folders are no files, and files no folders", async () => {
  const store = hdfs({ endpoint: server.url });
  await store.write("hdfs://nn/kinds/folder/a.ipynb", [Buffer.from("old")]);
  expect(await codeOf(textAt(store, "hdfs://nn/kinds/folder"))).toBe("store-not-file");
  expect(await codeOf(store.write("hdfs://nn/kinds/folder", []))).toBe("store-not-file");
  const below = store.list?.("hdfs://nn/kinds/folder/a.ipynb")[Symbol.asyncIterator]();
  expect(await codeOf(Promise.resolve(below?.next()))).toBe("store-not-found");
  expect(await codeOf(store.write("hdfs://nn/kinds/a:b.ipynb", []))).toMatch(/^(usage|store)-/);
});

test("long folders come page by page", async () => {
  const names = Array.from({ length: 1050 }, (_, i) => `f${1000 + i}`);
  for (let i = 0; i < names.length; i += 50) {
    await Promise.all(
      names.slice(i, i + 50).map((name) => ask("PUT", `/long/${name}`, { op: "MKDIRS" })),
    );
  }
  const store = hdfs({ endpoint: proxy.url });
  for (const name of ["a", "f1990/x", "z"]) await store.write(`hdfs://nn/long/${name}`, []);
  proxy.clear();
  const found: string[] = [];
  for await (const { path } of store.list?.("hdfs://nn/long") ?? []) found.push(path);
  expect(found).toEqual(["hdfs://nn/long/a", "hdfs://nn/long/z"]);
  expect(proxy.seen.map(({ url }) => /op=\w+/.exec(url)?.[0])).toEqual([
    "op=LISTSTATUS_BATCH",
    "op=LISTSTATUS_BATCH",
  ]);
});

test("a second look at unchanged files lists, and reads none of them", async () => {
  const { createIO } = await import("@scrapbook/core/io");
  const { notebookText } = await import("../../../../quality/store-contract/place.ts");
  const store = hdfs({ endpoint: proxy.url });
  for (const name of ["a", "b"]) {
    await store.write(`hdfs://nn/poll/${name}.ipynb`, [Buffer.from(notebookText(1))]);
  }
  const { readNotebooks } = createIO({ stores: [store] });
  const cache = new Map();
  expect((await readNotebooks("hdfs://nn/poll", { cache })).size).toBe(2);
  proxy.clear();
  expect((await readNotebooks("hdfs://nn/poll", { cache })).size).toBe(2);
  expect(proxy.seen.filter(({ url }) => url.includes("op=OPEN"))).toEqual([]);
});

test("a token and a user's name are in no message", async () => {
  const token = async (): Promise<string> => "planted-token";
  const said: unknown[] = [];
  for (const location of ["hdfs://nn/none.ipynb", "hdfs://nn/", "hdfs://ada:planted@nn/a"]) {
    for (const store of [
      hdfs({ endpoint: server.url, delegationToken: token, retries: 0 }),
      hdfs({ endpoint: server.url, user: "planted-user", retries: 0 }),
      hdfs({ endpoint: "http://127.0.0.1:1", delegationToken: token, retries: 0 }),
      hdfs({ endpoint: "http://hdfs.example", delegationToken: token, retries: 0 }),
    ]) {
      said.push(await textAt(store, location).catch((error: unknown) => error));
      said.push(await store.write(`${location}x`, []).catch((error: unknown) => error));
    }
  }
  const text = inspect(said, { depth: 20, showHidden: true, maxStringLength: Infinity });
  expect(text).toMatch(/store-unauthenticated/);
  expect(text).not.toContain("planted");
});

test("a NameNode that a stranger's address names gets no token", async () => {
  const store = hdfs({ delegationToken: async () => "planted-token" });
  await expect(store.open("hdfs://elsewhere.example/a")).rejects.toMatchObject({
    code: "usage-argument",
    details: { hint: expect.stringContaining("WEBHDFS_URL") },
  });
});

test("allowUrl is asked for the DataNode too", async () => {
  await hdfs({ endpoint: server.url }).write("hdfs://nn/door/a", [Buffer.from("text")]);
  const ports: string[] = [];
  const allowUrl = ({ port }: URL): boolean => {
    ports.push(port);
    return port === new URL(server.url).port;
  };
  const store = hdfs({ endpoint: server.url, allowUrl, retries: 0 });
  expect(await codeOf(textAt(store, "hdfs://nn/door/a"))).toBe("store-permission");
  expect(new Set(ports).size).toBe(2);
});
