import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readNotebooks, streamNotebooks } from "./index.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

const one = notebookWith(1);

describe("readNotebooks of a folder", () => {
  test("takes its notebooks in code-point order, hidden ones too, and nothing below", async () => {
    const names = ["a.ipynb", "a.b.ipynb", "10.ipynb", "9.ipynb", ".h.ipynb", "Z.ipynb", "é.ipynb"];
    const others = { "b.IPYNB": one, "c.json": one, "sub/d.ipynb": one };
    const files = Object.fromEntries(names.map((name) => [name, one]));
    const folder = await tempFolder({ ...files, ...others });
    await mkdir(join(folder, "dir.ipynb"));
    const book = await readNotebooks(folder);
    expect([...book.keys()]).toEqual([".h", "10", "9", "Z", "a.b", "a", "é"]);
    expect(book.get("a")?.value("x")).toBe(1);
    expect(book.get("a")?.source).toBe(join(folder, "a.ipynb"));
    expect([...(await readNotebooks(pathToFileURL(`${folder}/`))).keys()]).toHaveLength(7);
  });

  test("goes below when asked, with keys relative to it", async () => {
    const folder = await tempFolder({ "a.ipynb": one, "b/a.ipynb": one, "b/c/d.e.ipynb": one });
    const book = await readNotebooks(folder, { recursive: true });
    expect([...book.keys()]).toEqual(["a", "b/a", "b/c/d.e"]);
  });

  test("takes only what the filter takes", async () => {
    const folder = await tempFolder({ "a.ipynb": one, "b.ipynb": one });
    const book = await readNotebooks(folder, { filter: (path) => path.endsWith("b.ipynb") });
    expect([...book.keys()]).toEqual(["b"]);
  });

  test("gives an empty scrapbook for an empty folder", async () => {
    expect((await readNotebooks(await tempFolder({}))).size).toBe(0);
  });

  test("reads more files than it holds at once", async () => {
    const files = Array.from({ length: 50 }, (_, i) => [`${100 + i}.ipynb`, notebookWith(i)]);
    const folder = await tempFolder(Object.fromEntries(files));
    for (const concurrency of [1, 3, 100]) {
      const book = await readNotebooks(folder, { concurrency });
      expect([...book.values()].map((notebook) => notebook.value("x"))).toEqual(
        files.map((_, i) => i),
      );
    }
  });
});

describe("readNotebooks of globs and lists", () => {
  const files = { "out/a.ipynb": one, "out/b/c.ipynb": one, "out/b/.d.ipynb": one, "e.ipynb": one };

  test("has keys below the glob's fixed folders, sorted by path", async () => {
    const folder = await tempFolder(files);
    const book = await readNotebooks(`${folder}/out/**/*.ipynb`);
    expect([...book.keys()]).toEqual(["a", "b/.d", "b/c"]);
    expect([...(await readNotebooks(`${folder}/out/?.ipynb`)).keys()]).toEqual(["a"]);
  });

  test("keeps a list's order and takes folders and globs in it", async () => {
    const folder = await tempFolder(files);
    const list = [`${folder}/out/b/c.ipynb`, `${folder}/e.ipynb`, `${folder}/out/?.ipynb`];
    expect([...(await readNotebooks(list)).keys()]).toEqual(["out/b/c", "e", "out/a"]);
  });

  test("refuses a file that is found twice", async () => {
    const folder = await tempFolder(files);
    await expect(readNotebooks([`${folder}/out`, `${folder}/out/*.ipynb`])).rejects.toThrow(
      "[usage-duplicate-key]",
    );
  });

  test("reads one file as a scrapbook of one", async () => {
    const folder = await tempFolder(files);
    expect([...(await readNotebooks(`${folder}/e.ipynb`)).keys()]).toEqual(["e"]);
  });

  test("says what is missing, and that a glob matches nothing, unless that may be", async () => {
    const folder = await tempFolder(files);
    await expect(readNotebooks(`${folder}/none`)).rejects.toThrow("[store-not-found]");
    await expect(readNotebooks([`${folder}/e.ipynb`, `${folder}/none`])).rejects.toThrow("none");
    await expect(readNotebooks(`${folder}/*.none`)).rejects.toThrow("[store-not-found]");
    expect((await readNotebooks(`${folder}/*.none`, { allowEmpty: true })).size).toBe(0);
  });

  test("takes a folder whose name has a wildcard for the folder", async () => {
    const folder = await tempFolder({ "a[1]/b.ipynb": one });
    expect([...(await readNotebooks(`${folder}/a[1]`)).keys()]).toEqual(["b"]);
  });
});

describe("keys that collide", () => {
  test("are refused, never overwritten", async () => {
    const folder = await tempFolder({ "a.ipynb": one, "a.json": one });
    await expect(readNotebooks([`${folder}/a.ipynb`, `${folder}/a.json`])).rejects.toThrow(
      "[usage-duplicate-key]",
    );
    await expect(readNotebooks(folder, { key: () => "same" })).resolves.toMatchObject({ size: 1 });
  });

  test("can be chosen by the caller from the notebook", async () => {
    const folder = await tempFolder({
      "a.ipynb": notebookWith("q", "text"),
      "b.ipynb": notebookWith("p", "text"),
    });
    const book = await readNotebooks(folder, { key: (notebook) => String(notebook.value("x")) });
    expect([...book.keys()]).toEqual(["q", "p"]);
  });
});

describe("a notebook that cannot be read", () => {
  const files = { "a.ipynb": one, "b.ipynb": "{", "c.ipynb": one, "d.ipynb": "[]" };

  test("ends it by default, naming the file", async () => {
    const folder = await tempFolder(files);
    await expect(readNotebooks(folder)).rejects.toThrow(join(folder, "b.ipynb"));
  });

  test("is collected on request, and the others are kept", async () => {
    const folder = await tempFolder(files);
    const book = await readNotebooks(folder, { onError: "collect" });
    expect([...book.keys()]).toEqual(["a", "c"]);
    expect([...book.errors].map(([key, { code }]) => `${key} ${code}`)).toEqual([
      "b json-truncated",
      "d notebook-not-object",
    ]);
  });
});

describe("streamNotebooks", () => {
  test("gives notebooks in order and can be left early", async () => {
    const folder = await tempFolder({ "a.ipynb": one, "b.ipynb": "{", "c.ipynb": one });
    for await (const [key] of streamNotebooks(folder)) {
      expect(key).toBe("a");
      break;
    }
    const keys: string[] = [];
    for await (const [key, notebook, error] of streamNotebooks(folder, { onError: "collect" })) {
      keys.push(notebook === undefined ? `${key}: ${error.code}` : key);
    }
    expect(keys).toEqual(["a", "b: json-truncated", "c"]);
  });

  test("stops with the signal's reason, whatever onError says", async () => {
    const folder = await tempFolder({ "a.ipynb": one, "b.ipynb": one });
    const controller = new AbortController();
    const reason = new Error("enough");
    const reading = async () => {
      const options = { concurrency: 1, onError: "collect", signal: controller.signal } as const;
      for await (const _ of streamNotebooks(folder, options)) controller.abort(reason);
    };
    await expect(reading()).rejects.toBe(reason);
  });
});
