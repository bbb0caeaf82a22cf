import { describe, expect, test } from "vitest";
import { defineEncoder } from "../encoder/encoder.ts";
import { isScrapbookError } from "../error/error.ts";
import { createIO } from "./create-io.ts";
import { memoryStore } from "./memory-store.ts";
import type { Store } from "./store.ts";

/** The text of a notebook with one scrap, `x`. */
function notebookText(value: unknown, encoder = "json", version: unknown = 1): string {
  const payload = { name: "x", data: value, encoder, version };
  const data = { [`application/scrapbook.scrap.${encoder}+json`]: payload };
  const outputs = [{ output_type: "display_data", data, metadata: {} }];
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: "" };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
}

const one = notebookText(1);

const defineFrames = () =>
  defineEncoder({
    name: "frames",
    encodable: () => false,
    encode: () => 0,
    decode: (data) => data,
  });

function ioWith(objects: Readonly<Record<string, string>>, change: Partial<Store> = {}) {
  const store = { ...memoryStore(Object.entries(objects)), ...change };
  return { ...createIO<unknown>({ stores: [store] }), store };
}

async function errorOf(acting: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await acting;
  } catch (error) {
    if (isScrapbookError(error)) return error;
    throw error;
  }
  return { code: "none", message: "" };
}

const codeOf = async (acting: Promise<unknown>): Promise<string> => (await errorOf(acting)).code;

describe("finding", () => {
  const files = {
    "out/a.ipynb": one,
    "out/b/c.ipynb": one,
    "out/b/.d.ipynb": one,
    "out/.ipynb_checkpoints/a.ipynb": one,
    "out/notes.txt": "",
    "e.ipynb": one,
  };
  const keys = async (location: unknown, options = {}): Promise<string[]> => [
    ...(await ioWith(files).readNotebooks(location, options)).keys(),
  ];

  test("takes a folder's notebooks, those below it, hidden ones only if asked", async () => {
    expect(await keys("memory://out")).toEqual(["a"]);
    expect(await keys("memory://out/", { recursive: true })).toEqual(["a", "b/.d", "b/c"]);
    const all = { recursive: true, hidden: true };
    expect(await keys("memory://out", all)).toEqual([".ipynb_checkpoints/a", "a", "b/.d", "b/c"]);
    expect(await keys("memory://out/.ipynb_checkpoints")).toEqual(["a"]);
  });

  test("takes what a glob matches, with keys below its fixed folders", async () => {
    expect(await keys("memory://out/**/*.ipynb")).toEqual(["a", "b/.d", "b/c"]);
    expect(await keys("memory://out/?.ipynb")).toEqual(["a"]);
    expect(await keys("memory://out/{a,b/c}.ipynb")).toEqual(["a", "b/c"]);
    expect(await keys("memory://out/.*/*.ipynb")).toEqual([".ipynb_checkpoints/a"]);
    expect(await keys("memory://out/**/*.ipynb", { hidden: true })).toHaveLength(4);
  });

  test("keeps a list's order, with keys below the folder that all lie in", async () => {
    const list = ["memory://out/b/c.ipynb", "memory://e.ipynb", "memory://out/?.ipynb"];
    expect(await keys(list)).toEqual(["out/b/c", "e", "out/a"]);
    expect(await keys([])).toEqual([]);
    expect(await keys(["memory://out/b/c.ipynb", "memory://out/b/.d.ipynb"])).toEqual(["c", ".d"]);
  });

  test("takes out what negated patterns match", async () => {
    const out = "memory://out/**/*.ipynb";
    expect(await keys([out, "!**/c.*"])).toEqual(["a", "b/.d"]);
    expect(await keys([out, "!memory://out/b/**"])).toEqual(["a"]);
    expect(await keys([out, "!memory://out/b"])).toEqual(["a"]);
    expect(await keys(["!memory://out/a.ipynb", out])).toEqual(["b/.d", "b/c"]);
    expect(await keys([out, "!**"])).toEqual([]);
  });

  test("refuses negated patterns that take nothing out of anything", async () => {
    const { readNotebooks } = ioWith(files);
    for (const location of [
      "!**/a",
      ["!**/a"],
      ["memory://out", "!memory://other/**"],
      ["memory://out", "!b/*"],
    ]) {
      expect(await codeOf(readNotebooks(location))).toBe("usage-argument");
    }
  });

  test("says that nothing is there, and what is near", async () => {
    const { readNotebooks, editNotebooks } = ioWith(files);
    const table: [location: unknown, said: string][] = [
      ["memory://none", "memory://none"],
      ["memory://none.ipynb", "no such folder or file"],
      ["memory://none/*.ipynb", "no folder memory://none/"],
      ["memory://out/*.ipnb", "memory://out/a.ipynb, memory://out/b/.d.ipynb"],
      [["memory://e.ipynb", "memory://out/z*"], "memory://out/z*"],
    ];
    for (const [location, said] of table) {
      const error = await errorOf(readNotebooks(location));
      expect(error.code).toBe("store-not-found");
      expect(error.message).toContain(said);
      expect(await codeOf(editNotebooks(location, () => {}))).toBe("store-not-found");
    }
  });

  test("says that a folder's notebooks lie deeper", async () => {
    const { readNotebooks } = ioWith({ "out/b/c.ipynb": one, "empty/notes.txt": "" });
    const error = await errorOf(readNotebooks("memory://out"));
    expect(error.code).toBe("store-not-found");
    expect(error.message).toContain("memory://out/b/c.ipynb");
    expect(error.message).toContain("recursive: true");
    expect((await readNotebooks("memory://empty")).size).toBe(0);
    expect((await readNotebooks("memory://empty", { recursive: true })).size).toBe(0);
  });

  test("finds nothing without an error where that is allowed", async () => {
    const { readNotebooks } = ioWith(files);
    const options = { allowEmpty: true };
    for (const location of ["memory://none/*", "memory://out/z*", "memory://"]) {
      const book = await readNotebooks(location, { ...options, filter: () => false });
      expect(book.size).toBe(0);
    }
    expect(await codeOf(readNotebooks("memory://none", options))).toBe("store-not-found");
  });

  test("asks for no more of a folder than a stream takes", async () => {
    let given = 0;
    const { list } = memoryStore();
    const endless: Store["list"] = async function* (location, options) {
      yield* list?.(location, options) ?? [];
      for (; ; given++) {
        const path = `memory://x/${1_000_000 + given}.ipynb`;
        yield { location: "memory://e.ipynb", path, size: undefined, stamp: undefined };
      }
    };
    const { streamNotebooks } = ioWith(files, { list: endless, kindOf: () => "folder" });
    for await (const [key] of streamNotebooks("memory://", { concurrency: 2 })) {
      if (key.endsWith("10")) break;
    }
    expect(given).toBeLessThan(20);
  });
});

describe("collecting", () => {
  const files = {
    "a.ipynb": one,
    "a.json": one,
    "b.ipynb": "{",
    "c.ipynb": notebookText(1, "json", 0),
    "d.ipynb": one,
  };
  const list = Object.keys(files).map((name) => `memory://${name}`);

  test("keeps the good notebooks, and has every error at hand by key", async () => {
    const { readNotebooks } = ioWith(files);
    const book = await readNotebooks(list, { onError: "collect" });
    expect([...book.keys()]).toEqual(["a", "d"]);
    expect([...book.errors].map(([key, { code }]) => [key, code])).toEqual([
      ["a", "usage-duplicate-key"],
      ["b", "json-truncated"],
      ["c", "payload-version-unsupported"],
    ]);
    expect(book.errors.get("a")?.message).toContain("memory://a.ipynb and memory://a.json");
    expect(book.scraps.size).toBe(1);
    const lenient = await readNotebooks(list, { onError: "collect", strict: false });
    expect([...lenient.keys()]).toEqual(["a", "c", "d"]);
  });

  test("loses no error where several have one key", async () => {
    const { readNotebooks } = ioWith(files);
    const thrice = [...list, "memory://a.json", "memory://a.json"];
    const { errors } = await readNotebooks(thrice, { onError: "collect" });
    expect([...errors.keys()]).toEqual(["a", "b", "c", "memory://a.json", "memory://a.json (2)"]);
  });

  test("gives a stream an entry for each error, at its place", async () => {
    const { streamNotebooks } = ioWith(files);
    const seen: string[] = [];
    for await (const [key, notebook, error] of streamNotebooks(list, { onError: "collect" })) {
      seen.push(`${key} ${notebook === undefined ? error.code : notebook.value("x")}`);
    }
    expect(seen).toEqual([
      "a 1",
      "a usage-duplicate-key",
      "b json-truncated",
      "c payload-version-unsupported",
      "d 1",
    ]);
  });

  test("is not done unless asked for: the first error ends it", async () => {
    const { readNotebooks, streamNotebooks, editNotebooks } = ioWith(files);
    expect(await codeOf(readNotebooks("memory://"))).toBe("json-truncated");
    expect(await codeOf(readNotebooks(list))).toBe("usage-duplicate-key");
    const stream = async (): Promise<void> => {
      for await (const [key] of streamNotebooks("memory://")) expect(key).toBe("a");
    };
    expect(await codeOf(stream())).toBe("json-truncated");
    const set = editNotebooks("memory://", (session) => session.set("y", 1), { concurrency: 1 });
    expect(await codeOf(set)).toBe("json-truncated");
  });

  test("takes in what a chosen key lacks", async () => {
    const { readNotebooks } = ioWith({ "a.ipynb": one, "b.ipynb": one, "c.ipynb": one });
    const key = (notebook: { source: string | undefined; value(name: string): unknown }) =>
      notebook.source?.endsWith("b.ipynb") ? (notebook.value("none") as string) : (1 as never);
    const { errors } = await readNotebooks("memory://", { onError: "collect", key });
    expect([...errors].map(([key, { code }]) => `${key} ${code}`)).toEqual([
      "a usage-argument",
      "b notebook-scrap-missing",
      "c usage-argument",
    ]);
  });

  test("gives each edit its outcome", async () => {
    const { editNotebooks, readNotebook } = ioWith(files);
    const change = (session: { set(name: string, value: number): unknown }) => session.set("y", 2);
    const outcomes = await editNotebooks("memory://", change, { onError: "collect" });
    expect(outcomes.map(({ path, isChanged, error }) => [path, isChanged, error?.code])).toEqual([
      ["memory://a.ipynb", true, undefined],
      ["memory://b.ipynb", false, "json-truncated"],
      ["memory://c.ipynb", true, undefined],
      ["memory://d.ipynb", true, undefined],
    ]);
    expect((await readNotebook("memory://d.ipynb")).value("y")).toBe(2);
  });
});

describe("editing", () => {
  test("tells what was changed, and the version", async () => {
    const { editNotebook, readNotebook } = ioWith({ "a.ipynb": one });
    const before = await readNotebook("memory://a.ipynb");
    const nothing = await editNotebook("memory://a.ipynb", () => {});
    expect(nothing).toEqual({ isChanged: false, edits: [], version: before.version });
    const { isChanged, edits, version } = await editNotebook("memory://a.ipynb", (session) =>
      session.set("x", 22),
    );
    expect([isChanged, edits.map(({ bytes }) => new TextDecoder().decode(bytes))]).toEqual([
      true,
      ["22"],
    ]);
    expect(version).toBe((await readNotebook("memory://a.ipynb")).version);
    expect(version).not.toBe(before.version);
  });

  test("changes nothing but the version that is expected, without a second attempt", async () => {
    const { editNotebook, readNotebook } = ioWith({ "a.ipynb": one });
    const { version } = await readNotebook("memory://a.ipynb");
    let calls = 0;
    const set = () =>
      editNotebook(
        "memory://a.ipynb",
        (session) => session.set("x", session.has("x") ? ++calls + 10 : 0),
        { expect: version },
      );
    await set();
    expect(await codeOf(set())).toBe("store-conflict");
    expect([calls, (await readNotebook("memory://a.ipynb")).value("x")]).toEqual([1, 11]);
  });

  test("refuses a change that comes when all is written", async () => {
    const { editNotebook, readNotebook } = ioWith({ "a.ipynb": one });
    const kept: { set(name: string, value: number): unknown }[] = [];
    await editNotebook("memory://a.ipynb", (session) => void kept.push(session));
    expect(() => kept[0]?.set("x", 2)).toThrow(/\[usage-argument\] The session is over/);
    expect((await readNotebook("memory://a.ipynb")).value("x")).toBe(1);
  });

  test("loads encoders before the change, which runs once", async () => {
    const { editNotebook } = ioWith({ "a.ipynb": one });
    const order: string[] = [];
    const date = defineEncoder<Date, string>({
      name: "date",
      encodable: (value) => value instanceof Date,
      encode: (value) => value.toISOString(),
      decode: (data) => new Date(data),
      load: async () => void order.push("load"),
    });
    const change = (session: { set(name: string, value: Date): unknown }): void => {
      order.push("change");
      session.set("a", new Date(0));
    };
    await editNotebook("memory://a.ipynb", change, { encoders: [date] });
    expect(order).toEqual(["load", "change"]);
    const broken = { ...date, load: () => Promise.reject(new TypeError("no network")) };
    const editing = editNotebook("memory://a.ipynb", change, { encoders: [broken] });
    expect(await errorOf(editing)).toMatchObject({
      code: "encoder-unavailable",
      cause: new TypeError("no network"),
    });
  });

  test("read what they can with strict: false where an encoder cannot be loaded", async () => {
    const frames = { ...defineFrames(), load: () => Promise.reject(new TypeError("no network")) };
    const io = ioWith({ "a.ipynb": notebookText("x", "frames"), "b.ipynb": one });
    const options = { encoders: [frames] };
    expect(await codeOf(io.readNotebook("memory://a.ipynb", options))).toBe("encoder-unavailable");
    const lenient = { ...options, strict: false };
    const notebook = await io.readNotebook("memory://a.ipynb", lenient);
    const book = await io.readNotebooks("memory://", lenient);
    for (const one of [notebook, book.get("a")]) {
      expect(one?.scraps.get("x")?.tryData()).toMatchObject({
        ok: false,
        error: { code: "encoder-unavailable", path: expect.stringContaining("scrap.frames") },
      });
      expect(one?.problems).toEqual([]);
    }
    expect(book.get("b")?.value("x")).toBe(1);
  });

  test("copies a scrap from one store into another", async () => {
    const { copyScrap, readNotebook } = ioWith({ "a.ipynb": one });
    const other = memoryStore([["b.ipynb", notebookText(2)]]);
    const stores = [
      { ...other, matches: (it: unknown): it is string => it === "memory://b.ipynb" },
    ];
    const [from, to] = ["memory://a.ipynb", "memory://b.ipynb"];
    const copy = { from, name: "x", to };
    expect(await codeOf(copyScrap(copy, { stores }))).toBe("notebook-scrap-exists");
    await copyScrap({ ...copy, as: "y" }, { stores });
    expect([...(await readNotebook(to, { stores })).scraps.keys()]).toEqual(["x", "y"]);
    expect(await codeOf(readNotebook(to))).toBe("store-not-found");
  });
});

describe("writing", () => {
  const place = "memory://a.ipynb";

  test("takes text, bytes, and pieces of every form", async () => {
    const { writeNotebook, readNotebook } = ioWith({});
    const bytes = new TextEncoder().encode(one);
    const generator = (function* () {
      yield bytes;
    })();
    for (const content of [one, bytes, [bytes.slice(0, 9), bytes.slice(9)], generator]) {
      await writeNotebook(place, content);
      expect((await readNotebook(place)).value("x")).toBe(1);
      await writeNotebook(place, "[]", { check: false });
    }
  });

  test("writes nothing that is no notebook, and nothing that is no bytes", async () => {
    const { writeNotebook, readNotebook } = ioWith({ "a.ipynb": one });
    const bytes = new TextEncoder().encode(one);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes;
      yield "text" as never;
    }
    const table: [content: unknown, code: string][] = [
      ["{", "json-truncated"],
      ["[]", "notebook-not-object"],
      ["", "json-empty"],
      ["\ud800", "json-utf8"],
      [[bytes, "x"], "usage-argument"],
      [[1, 2, 3], "usage-argument"],
      [broken(), "usage-argument"],
      [{ cells: [] }, "usage-argument"],
      [undefined, "usage-argument"],
      [bytes.buffer, "usage-argument"],
    ];
    for (const [content, code] of table) {
      const error = await errorOf(writeNotebook(place, content as string));
      expect(error.code).toBe(code);
      if (code !== "usage-argument" && code !== "json-utf8") {
        expect(error.message).toContain("Nothing was written");
      }
      expect((await readNotebook(place)).value("x")).toBe(1);
    }
    const unchecked = writeNotebook(place, broken(), { check: false });
    expect(await codeOf(unchecked)).toBe("usage-argument");
    expect((await readNotebook(place)).value("x")).toBe(1);
  });

  test("keeps to the version that is expected", async () => {
    const { writeNotebook, readNotebook } = ioWith({});
    expect(await codeOf(writeNotebook(place, one, { expect: "none" }))).toBe("none");
    expect(await codeOf(writeNotebook(place, one, { expect: "none" }))).toBe("store-conflict");
    const { version } = await readNotebook(place);
    expect(await codeOf(writeNotebook(place, one, { expect: version }))).toBe("none");
    expect(await codeOf(writeNotebook(place, one, { expect: version }))).toBe("store-conflict");
  });
});

describe("mistakes", () => {
  const secret = '{"cells": [{"source": "hunter2 hunter2"}], "metadata": {}}';
  const io = ioWith({ "a.ipynb": one });

  test("in the location are told without any of a notebook's content", async () => {
    const wrong: unknown[] = [
      secret,
      `\ufeff\n  ${secret}`,
      secret + " ".repeat(10_000),
      "hunter2 ".repeat(1_000),
      new TextEncoder().encode(secret),
      new TextEncoder().encode(secret).buffer,
      Promise.resolve("hunter2"),
      undefined,
      null,
      7,
      true,
      () => "hunter2",
    ];
    const verbs: ((location: unknown) => Promise<unknown>)[] = [
      (location) => io.readNotebook(location),
      (location) => io.readNotebooks(location),
      (location) => io.editNotebook(location, () => {}),
      (location) => io.editNotebooks([location], () => {}),
      (location) => io.writeNotebook(location, one),
      (location) => io.copyScrap({ from: location, name: "x", to: "memory://a.ipynb" }),
    ];
    for (const location of wrong) {
      for (const verb of verbs) {
        const error = await errorOf(verb(location));
        expect(error.code).toBe("usage-argument");
        expect(JSON.stringify(error) + error.message).not.toContain("hunter2");
        expect(error.message.length).toBeLessThan(300);
      }
    }
    expect((await errorOf(io.readNotebook(secret))).message).toContain("parseNotebook");
    expect((await errorOf(io.readNotebook(["a"]))).message).toContain("readNotebooks");
  });

  test("in options and changes are told before anything is done", async () => {
    const place = "memory://a.ipynb";
    const change = () => {};
    const table: [acting: Promise<unknown>, said: string][] = [
      [io.readNotebook(place, { stict: false } as object), 'Did you mean "strict"?'],
      [io.readNotebook(place, { encoders: "pandas" as never }), "expected a list of encoders"],
      [io.readNotebook(place, { encoders: ["pandas" as never] }), "expected a list of encoders"],
      [io.readNotebook(place, { merge: "all" as never }), '"complete" or "reference"'],
      [io.readNotebook(place, { stores: {} as never }), "expected a list of stores"],
      [io.readNotebooks(place, { onError: "colect" as never }), '"throw" or "collect"'],
      [io.readNotebooks(place, { concurrency: 0 }), "1 or more"],
      [io.readNotebooks(place, { cache: {} as never }), "expected a Map"],
      [io.editNotebook(place, undefined as never), "a function that makes the changes"],
      [io.editNotebook(place, change, { recursive: true } as object), "no option"],
      [io.editNotebooks(place, change, { retries: -1 }), "0 or more"],
      [io.writeNotebook(place, "{}", { ifMatch: "1" } as object), "There are: "],
      [io.copyScrap({ from: place, name: "x", to: place, overwrit: 1 } as never), '"overwrite"?'],
      [io.copyScrap({ from: place, to: place } as never), "not told name"],
      [io.copyScrap({ from: place, name: "x" } as never), "not told to"],
      [io.copyScrap(place as never), "{ from, name, to }"],
    ];
    for (const [acting, said] of table) {
      const error = await errorOf(acting);
      expect(error.code).toBe("usage-argument");
      expect(error.message).toContain(said);
    }
    expect((await io.readNotebook(place)).value("x")).toBe(1);
  });

  test("in a scheme say what serves it", async () => {
    const package_ = "@scrapbook/cloud-io";
    let loads = 0;
    const lazy = (found: boolean) => ({
      ...{ package: package_, schemes: ["s3"] },
      load: async () => {
        loads++;
        const matches = (it: unknown): it is string => String(it).startsWith("s3://");
        return found ? { stores: [{ ...memoryStore(), matches, open: io.store.open }] } : undefined;
      },
    });
    const missing = createIO<string>({ stores: [io.store], lazy: lazy(false) });
    const error = await errorOf(missing.readNotebook("s3://key:hunter2@bucket/a.ipynb?hunter2"));
    expect(error.code).toBe("store-scheme");
    expect(error.message).toContain("(s3://bucket/a.ipynb)");
    expect(error.message).toContain(`Install ${package_}`);
    expect(error.message).not.toContain("hunter2");
    await missing.readNotebook("memory://a.ipynb");
    expect(loads).toBe(1);
    const other = await errorOf(missing.readNotebook("ftp://host/a.ipynb"));
    expect([other.code, loads]).toEqual(["store-scheme", 1]);
    expect((await errorOf(missing.readNotebook("adl://a/b"))).message).toContain("abfss://");
    const found = createIO<string>({ stores: [io.store], lazy: lazy(true) });
    await expect(found.readNotebook("s3:/a.ipynb")).rejects.toThrow("store-scheme");
    await expect(found.readNotebook("s3://bucket/a")).rejects.toThrow("store-not-found");
  });
});

test("handles are locations, and URL objects are their text", async () => {
  const held = memoryStore([["a.ipynb", one]]);
  const handle = { kind: "file", name: "a.ipynb" };
  const store: Store<typeof handle> = {
    ...(held as unknown as Store<typeof handle>),
    matches: (it): it is typeof handle => typeof it === "object" && it !== null && "kind" in it,
    nameOf: ({ name }) => name,
    open: (_, options) => held.open("memory://a.ipynb", options),
  };
  const io = createIO<string | URL | typeof handle>({ stores: [store, held] });
  expect((await io.readNotebook(handle)).source).toBe("a.ipynb");
  expect((await io.readNotebook(new URL("memory://a.ipynb"))).value("x")).toBe(1);
});
