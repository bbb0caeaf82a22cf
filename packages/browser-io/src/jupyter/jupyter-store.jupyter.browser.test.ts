import { encodeBase64 } from "@scrapbook/core/internal";
import { createIO } from "@scrapbook/core/io";
import { describe, expect, inject, test } from "vitest";
import { faultOf, notebookText } from "../../../../quality/store-contract/place.ts";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import type {} from "../testing/jupyter-setup.ts";
import { jupyterStore } from "./jupyter-store.ts";

const { url, token } = inject("jupyter");

/** Asks the server as another program would, without the store. */
async function ask(path: string, save?: object): Promise<Response> {
  const response = await fetch(
    `${url}api/contents/${path.split("/").map(encodeURIComponent).join("/")}`,
    {
      method: save === undefined ? "GET" : "PUT",
      headers: { authorization: `token ${token}` },
      body: save === undefined ? null : JSON.stringify(save),
    },
  );
  return response;
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  const steps = path.split("/").slice(0, -1);
  for (let depth = 1; depth <= steps.length; depth++) {
    await ask(steps.slice(0, depth).join("/"), { type: "directory" });
  }
  const content = encodeBase64(bytes);
  const { ok } = await ask(path, { type: "file", format: "base64", content });
  if (!ok) throw new Error(`the server did not take ${path}`);
}

/** A folder of its own, and the store. */
async function makePlace(lookBeforeSaving: boolean) {
  const name = `place-${crypto.randomUUID()}`;
  await ask(name, { type: "directory" });
  return {
    store: jupyterStore({ url, token, lookBeforeSaving }, 0),
    folder: `jupyter://${name}`,
    at: (path: string) => `jupyter://${name}/${path}`,
    put: (path: string, bytes: Uint8Array) => put(`${name}/${path}`, bytes),
  };
}

testStore({
  name: "the store of a Jupyter server, with a look before each save",
  make: () => makePlace(true),
  can: { expect: true, create: true, ranges: false, list: true, write: true },
  many: 150,
});

testStore({
  name: "the store of a Jupyter server, which promises nothing",
  make: () => makePlace(false),
  can: { expect: false, create: false, ranges: false, list: true, write: true },
  versions: true,
  many: 20,
});

describe("a notebook on a Jupyter server", () => {
  const io = (options: object = { lookBeforeSaving: true }) =>
    createIO<string>({ stores: [jupyterStore({ url, token, ...options }, 0)] });

  test("keeps each byte that an edit does not touch", async () => {
    const { at, put, store } = await makePlace(true);
    const odd = notebookText(1).replace(
      '"metadata":{}',
      '"metadata":{"b":1.0,"a":NaN,"é":"\\u00e9"}',
    );
    const text = `${odd.replace('"cells":', '\r\n\t"cells" :')}\n\n`;
    await put("a.ipynb", new TextEncoder().encode(text));
    await io().editNotebook(at("a.ipynb"), (session) => session.set("x", 2));
    const opened = await store.open(at("a.ipynb"));
    const after = new TextDecoder().decode(await opened?.read());
    expect(after).toBe(text.replace('"data":1,', '"data":2,'));
  });

  test("is found at the address that its own pages show", async () => {
    const { at, put } = await makePlace(true);
    await put("b c.ipynb", new TextEncoder().encode(notebookText(4)));
    const path = at("b c.ipynb").slice("jupyter://".length);
    const notebook = await io().readNotebook(`${url}lab/tree/${encodeURI(path)}?token=x`);
    expect([notebook.value("x"), notebook.source]).toEqual([4, at("b c.ipynb")]);
  });

  test("is written into folders that are not there yet", async () => {
    const { at } = await makePlace(true);
    const { writeNotebook, readNotebook } = io();
    await writeNotebook(at("new/deep/a.ipynb"), notebookText(5), { expect: "none" });
    expect((await readNotebook(at("new/deep/a.ipynb"))).value("x")).toBe(5);
  });

  test("that somebody else saved meanwhile is not written over", async () => {
    const { at, put } = await makePlace(true);
    await put("a.ipynb", new TextEncoder().encode(notebookText(1)));
    const { readNotebook, editNotebook } = io();
    const { version } = await readNotebook(at("a.ipynb"));
    await put("a.ipynb", new TextEncoder().encode(notebookText(9)));
    const late = editNotebook(at("a.ipynb"), (session) => session.set("x", 2), { expect: version });
    expect(await faultOf(late)).toBe("store-conflict");
    expect((await readNotebook(at("a.ipynb"))).value("x")).toBe(9);
  });

  test("is not edited where that promise is not asked for, and the error says how", async () => {
    const { at, put } = await makePlace(false);
    await put("a.ipynb", new TextEncoder().encode(notebookText(1)));
    const editing = io({}).editNotebook(at("a.ipynb"), (session) => session.set("x", 2));
    await expect(editing).rejects.toThrow(/store-unsupported.*lookBeforeSaving: true/);
  });

  test.each([{ token: "wrong" }, { token: undefined }])(
    "wants a token: not %o",
    async (options) => {
      const { at, put } = await makePlace(true);
      await put("a.ipynb", new TextEncoder().encode(notebookText(1)));
      const reading = io(options).readNotebook(at("a.ipynb"));
      await expect(reading).rejects.toMatchObject({ code: "store-unauthenticated" });
    },
  );
});
