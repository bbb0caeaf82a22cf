import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineEncoder, type EditSession, edit } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { fileVersion } from "./file/version.ts";
import { editNotebook, readNotebook } from "./index.ts";
import { codeOf } from "./testing/code-of.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

async function notebook(): Promise<string> {
  return join(await tempFolder({ "a.ipynb": notebookWith(1) }), "a.ipynb");
}

describe("editNotebook", () => {
  test("writes what the session plans", async () => {
    const path = await notebook();
    const wanted = edit(await readFile(path))
      .set("x", 2)
      .toBytes();
    const { isChanged, edits, version } = await editNotebook(path, (s) => s.set("x", 2));
    expect([isChanged, edits.length, version]).toEqual([true, 1, fileVersion(wanted)]);
    expect((await readFile(path)).equals(wanted)).toBe(true);
  });

  test("does not write where nothing changes", async () => {
    const path = await notebook();
    const { ino, mtimeMs } = await stat(path);
    const unchanged = { isChanged: false, edits: [], version: fileVersion(await readFile(path)) };
    expect(await editNotebook(path, (session) => session.set("x", 1))).toEqual(unchanged);
    expect(await editNotebook(path, () => {})).toEqual(unchanged);
    expect(await stat(path)).toMatchObject({ ino, mtimeMs });
  });

  test("waits for what the change waits for", async () => {
    const path = await notebook();
    await editNotebook(path, async (session) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      session.set("x", 2);
    });
    expect((await readNotebook(path)).value("x")).toBe(2);
  });

  test("edits a linked file in its place", async () => {
    const path = await notebook();
    const linked = join(path, "..", "b.ipynb");
    await symlink("a.ipynb", linked);
    await editNotebook(linked, (session) => session.set("x", 2));
    expect((await readNotebook(path)).value("x")).toBe(2);
    expect((await readdir(join(path, ".."))).length).toBe(2);
  });

  test("counts right when many count at once", async () => {
    const path = await notebook();
    const count = () =>
      editNotebook(path, (session) => session.set("x", Number(session.notebook.value("x")) + 1));
    await Promise.all(Array.from({ length: 20 }, count));
    expect((await readNotebook(path)).value("x")).toBe(21);
  });

  test("makes the change anew on what another program wrote meanwhile", async () => {
    const path = await notebook();
    let calls = 0;
    await editNotebook(path, async (session) => {
      if (++calls === 1) await writeFile(path, notebookWith(10));
      session.set("x", Number(session.notebook.value("x")) + 1);
    });
    expect([calls, (await readNotebook(path)).value("x")]).toEqual([2, 11]);
  });

  test("is not disturbed by a program that writes the same bytes", async () => {
    const path = await notebook();
    let calls = 0;
    await editNotebook(path, async (session) => {
      calls++;
      await writeFile(path, notebookWith(1));
      session.set("x", 2);
    });
    expect(calls).toBe(1);
  });

  test("gives up where another program keeps writing", async () => {
    const path = await notebook();
    let calls = 0;
    const editing = editNotebook(
      path,
      async (session) => {
        await writeFile(path, notebookWith(100 + ++calls));
        session.set("x", 2);
      },
      { retries: 2 },
    );
    expect(await codeOf(editing)).toBe("store-conflict");
    expect([calls, (await readNotebook(path)).value("x")]).toEqual([3, 103]);
  });

  test("loads an encoder before the change, which runs once", async () => {
    const path = await notebook();
    let loads = 0;
    const date = defineEncoder<Date, string>({
      name: "date",
      encodable: (value) => value instanceof Date,
      encode: (value) => (loads === 0 ? "not loaded" : value.toISOString()),
      decode: (data) => new Date(data),
      load: async () => void loads++,
    });
    const encoders = [date];
    let calls = 0;
    const setTwo = (s: EditSession) => {
      calls++;
      s.set("a", new Date(0)).set("b", new Date(1));
    };
    await editNotebook(path, setTwo, { encoders });
    expect([calls, loads]).toEqual([1, 1]);
    const { scraps } = await readNotebook(path, { encoders });
    expect([scraps.value("a"), scraps.value("b")]).toEqual([new Date(0), new Date(1)]);
  });

  test("leaves the file where the change throws, and throws the same", async () => {
    const path = await notebook();
    const before = await readFile(path);
    const own = Object.assign(new Error("own"), { code: "ENOENT" });
    const throwing = editNotebook(path, (session) => {
      session.set("x", 2);
      throw own;
    });
    await expect(throwing).rejects.toBe(own);
    expect(await codeOf(editNotebook(path, (s) => s.remove("y")))).toBe("notebook-scrap-missing");
    expect(await codeOf(editNotebook(path, (s) => s.set("x", Number.NaN)))).toBe("json-non-finite");
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await readdir(join(path, ".."))).toEqual(["a.ipynb"]);
  });

  test("says what is wrong with a file that cannot be edited", async () => {
    const folder = await tempFolder({ "a.ipynb": "{", "b.ipynb": "[]" });
    const change = () => {};
    const faults = ["a.ipynb", "b.ipynb", "none.ipynb", "none/a.ipynb", "."].map((name) =>
      codeOf(editNotebook(join(folder, name), change)),
    );
    expect(await Promise.all(faults)).toEqual([
      "json-truncated",
      "notebook-not-object",
      "store-not-found",
      "store-not-found",
      "store-not-file",
    ]);
    expect(await readdir(folder)).toEqual(["a.ipynb", "b.ipynb"]);
    expect(await codeOf(editNotebook("ftp://a/b.ipynb", change))).toBe("store-scheme");
  });

  test("reads no file that is larger than allowed", async () => {
    const path = await notebook();
    expect(await codeOf(editNotebook(path, () => {}, { maxBytes: 10 }))).toBe("store-too-large");
  });
});
