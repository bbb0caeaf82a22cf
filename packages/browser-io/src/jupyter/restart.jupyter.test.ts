import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createIO } from "@scrapbook/core/io";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultOf, notebookText } from "../../../../quality/store-contract/place.ts";
import { type JupyterServer, startJupyter } from "../testing/jupyter-server.ts";
import { jupyter } from "./index.ts";

let server: JupyterServer;

beforeAll(async () => {
  server = await startJupyter();
});

afterAll(() => server.close());

test("a server that ends during an edit loses nothing, and goes on when it is back", async () => {
  const file = join(server.folder, "a.ipynb");
  await writeFile(file, notebookText(1));
  const { url, token } = server;
  const { readNotebook, editNotebook } = createIO<string>({
    stores: [jupyter({ url, token, lookBeforeSaving: true })],
  });
  const location = "jupyter://a.ipynb";

  const broken = editNotebook(location, async (session) => {
    session.set("x", 2);
    await server.kill();
  });
  await expect(broken).rejects.toMatchObject({ code: "store-unreachable", source: location });
  expect(await readFile(file, "utf8")).toBe(notebookText(1));
  expect(await faultOf(readNotebook(location))).toBe("store-unreachable");

  await server.start();
  await editNotebook(location, (session) => session.set("x", 3));
  expect((await readNotebook(location)).value("x")).toBe(3);
});

test("a save whose answer is lost is looked for, and found", async () => {
  await writeFile(join(server.folder, "b.ipynb"), notebookText(1));
  const { url, token } = server;
  const { editNotebook } = createIO<string>({
    stores: [jupyter({ url, token, lookBeforeSaving: true })],
  });
  const real = globalThis.fetch;
  let isLost = 0;
  globalThis.fetch = async (...given) => {
    const response = await real(...given);
    if (given[1]?.method !== "PUT" || isLost++ > 0) return response;
    throw new TypeError("the connection broke after the server had saved");
  };
  try {
    const result = await editNotebook("jupyter://b.ipynb", (session) => session.set("x", 7));
    expect(result.isChanged).toBe(true);
  } finally {
    globalThis.fetch = real;
  }
  expect(isLost).toBe(1);
  expect(await readFile(join(server.folder, "b.ipynb"), "utf8")).toBe(notebookText(7));
});

test("a save whose answer is lost with the server is of unknown outcome", async () => {
  await writeFile(join(server.folder, "c.ipynb"), notebookText(1));
  const { url, token } = server;
  const { editNotebook } = createIO<string>({
    stores: [jupyter({ url, token, lookBeforeSaving: true })],
  });
  const real = globalThis.fetch;
  globalThis.fetch = async (...given) => {
    const response = await real(...given);
    if (given[1]?.method !== "PUT") return response;
    await server.kill();
    throw new TypeError("the connection broke after the server had saved");
  };
  try {
    const editing = editNotebook("jupyter://c.ipynb", (session) => session.set("x", 7));
    await expect(editing).rejects.toThrow(/^\[store-outcome-unknown\] .*Start the server/);
  } finally {
    globalThis.fetch = real;
  }
  expect(await readFile(join(server.folder, "c.ipynb"), "utf8")).toBe(notebookText(7));
});
