import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { readNotebook } from "./index.ts";
import { codeOf } from "./testing/code-of.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

describe("readNotebook", () => {
  test("reads files of any name, by path and by file URL", async () => {
    const names = ["a.ipynb", "a#b.ipynb", "a?b;c", "A.IPYNB", "é 😀.txt", "-"];
    const folder = await tempFolder(
      Object.fromEntries(names.map((name) => [name, notebookWith(1)])),
    );
    for (const name of names) {
      const path = join(folder, name);
      expect((await readNotebook(path)).value("x")).toBe(1);
      expect((await readNotebook(pathToFileURL(path))).value("x")).toBe(1);
      expect((await readNotebook(pathToFileURL(path).href)).filename).toBe(name);
    }
  });

  test("keeps its source and lets the caller choose another", async () => {
    const path = join(await tempFolder({ "a.ipynb": notebookWith(1) }), "a.ipynb");
    expect((await readNotebook(path)).source).toBe(path);
    expect((await readNotebook(path, { source: "b" })).source).toBe("b");
  });

  test("names the file and the place of what is wrong", async () => {
    const path = join(await tempFolder({ "a.ipynb": '{"cells": [' }), "a.ipynb");
    await expect(readNotebook(path)).rejects.toThrow(path);
    await expect(readNotebook(path)).rejects.toThrow("byte 11");
  });

  test("gives a code for each thing that can be wrong with a file", async () => {
    const folder = await tempFolder({ "a.ipynb": notebookWith(1), "empty.ipynb": "" });
    await mkdir(join(folder, "b.ipynb"));
    const table: [path: string, options: object, code: string][] = [
      ["missing.ipynb", {}, "store-not-found"],
      ["a.ipynb/x", {}, "store-not-found"],
      ["b.ipynb", {}, "store-not-file"],
      ["empty.ipynb", {}, "json-empty"],
      ["a.ipynb", { maxBytes: 10 }, "store-too-large"],
      ["a.ipynb", { maxBytes: notebookWith(1).length }, "none"],
      ["a.ipynb", { maxBytes: notebookWith(1).length - 1 }, "store-too-large"],
    ];
    for (const [path, options, code] of table) {
      expect(await codeOf(readNotebook(join(folder, path), options)), path).toBe(code);
    }
  });

  test("refuses other schemes, naming no credentials", async () => {
    const secret = "ftp://user:hunter2@host/a.ipynb?sig=hunter2#hunter2";
    await expect(readNotebook(secret)).rejects.toThrow("ftp://host/a.ipynb");
    await expect(readNotebook(secret)).rejects.not.toThrow("hunter2");
    await expect(readNotebook("adl://store/a.ipynb")).rejects.toThrow("abfss://");
    expect(await codeOf(readNotebook("ftp://bucket/a.ipynb"))).toBe("store-scheme");
    expect(await codeOf(readNotebook("C:/missing.ipynb"))).toBe("store-not-found");
  });

  test("stops when it is aborted, with the signal's reason", async () => {
    const path = join(await tempFolder({ "a.ipynb": notebookWith(1) }), "a.ipynb");
    const reason = new Error("enough");
    await expect(readNotebook(path, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test("loads an encoder before it gives the notebook", async () => {
    const path = join(await tempFolder({ "a.ipynb": notebookWith("a", "slow") }), "a.ipynb");
    let loaded = "";
    const slow = {
      name: "slow",
      encodable: () => false,
      encode: (value: string) => value,
      decode: (data: string) => data + loaded,
      load: async () => {
        loaded = "!";
      },
    };
    expect((await readNotebook(path, { encoders: [slow] })).value("x")).toBe("a!");
  });

  test("does not mind a file that is not a regular one", async () => {
    expect(await codeOf(readNotebook("/dev/null"))).toBe("json-empty");
    expect(await codeOf(readNotebook("/dev/zero", { maxBytes: 100_000 }))).toBe("store-too-large");
  });
});

describe("readNotebook of standard input", () => {
  const script = fileURLToPath(new URL("./testing/read-stdin-script.ts", import.meta.url));
  const loader = fileURLToPath(new URL("../../../scripts/ts-loader.mjs", import.meta.url));
  const run = (input: string, ...options: string[]) =>
    spawnSync(
      process.execPath,
      [
        "--conditions=@scrapbook/source",
        "--import",
        pathToFileURL(loader).href,
        script,
        ...options,
      ],
      { input, encoding: "utf8" },
    );

  test("reads all of it, and names it in errors", () => {
    expect(run(notebookWith(7)).stdout).toBe("7\n");
    expect(run("{").stdout).toContain("[json-truncated]");
    expect(run("{").stdout).toContain("(-)");
    expect(run(notebookWith(7), "10").stdout).toContain("[store-too-large]");
  });
});
