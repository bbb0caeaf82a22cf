import { appendFile, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type EditSession, edit } from "@scrapbook/core";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { fileVersion } from "./file/version.ts";
import { editNotebook } from "./index.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

const always = { inPiecesFrom: 0 };
const change = (session: EditSession) => session.set("x", 2).set("new", "text");

/** A notebook of some pieces, the scrap in the middle. */
function longNotebook(): string {
  const notebook = JSON.parse(notebookWith(1));
  const picture = {
    output_type: "display_data",
    metadata: {},
    data: { "image/png": "A".repeat(300_000) },
  };
  const [cell] = notebook.cells;
  cell.outputs = [picture, ...cell.outputs, picture];
  return JSON.stringify({ ...notebook, nbformat_minor: 4 }, null, 1);
}

async function fileOf(text: string): Promise<string> {
  return join(await tempFolder({ "a.ipynb": text }), "a.ipynb");
}

describe("editNotebook of a file that is not held", () => {
  test("writes what it writes of one that is held", async () => {
    const path = await fileOf(longNotebook());
    const wanted = change(edit(await readFile(path))).toBytes();
    const result = await editNotebook(path, change, always);
    expect((await readFile(path)).equals(wanted)).toBe(true);
    expect(result).toMatchObject({ isChanged: true, version: fileVersion(wanted) });
    expect(result.edits).toHaveLength(2);
    expect(await readdir(dirname(path))).toEqual(["a.ipynb"]);
  });

  test("edits one that is longer than may be read at once", async () => {
    const path = await fileOf(longNotebook());
    const refused = editNotebook(path, change, { maxBytes: 1_000 });
    await expect(refused).rejects.toMatchObject({ code: "store-too-large" });
    const inPieces = editNotebook(path, change, { ...always, maxBytes: 1_000 });
    await expect(inPieces).rejects.toMatchObject({ code: "store-too-large" });
  });

  test("does not write where nothing changes, and knows the version", async () => {
    const path = await fileOf(longNotebook());
    const { ino, mtimeMs } = await stat(path);
    const version = fileVersion(await readFile(path));
    const result = await editNotebook(path, (session) => session.set("x", 1), always);
    expect(result).toEqual({ isChanged: false, edits: [], version });
    expect(await stat(path)).toMatchObject({ ino, mtimeMs });
  });

  test("changes only the version that is expected", async () => {
    const path = await fileOf(longNotebook());
    const expect_ = fileVersion(await readFile(path));
    await editNotebook(path, change, { ...always, expect: expect_ });
    const again = editNotebook(path, change, { ...always, expect: expect_ });
    await expect(again).rejects.toMatchObject({ code: "store-conflict" });
  });

  test("makes the change again where another program wrote meanwhile, however soon", async () => {
    const path = await fileOf(longNotebook());
    // Old enough for its times to be trusted, so that a write is seen by them alone.
    await utimes(path, new Date(0), new Date(0));
    let attempts = 0;
    await editNotebook(
      path,
      async (session) => {
        if (++attempts <= 2) await appendFile(path, " ");
        change(session);
      },
      always,
    );
    expect(attempts).toBe(3);
    const text = await readFile(path, "utf8");
    expect(text.endsWith("}  ")).toBe(true);
    expect(text).toContain('"data": 2');
  });

  test("leaves a file that is no notebook as it is, and says where it ends", async () => {
    const path = await fileOf(longNotebook().slice(0, 400_000));
    const before = await readFile(path);
    await expect(editNotebook(path, change, always)).rejects.toMatchObject({
      code: "json-truncated",
      offset: 400_000,
      source: path,
    });
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await readdir(dirname(path))).toEqual(["a.ipynb"]);
  });

  test("leaves the file as it is where the change throws, or is stopped", async () => {
    const path = await fileOf(longNotebook());
    const before = await readFile(path);
    const failing = editNotebook(path, () => Promise.reject(new Error("mine")), always);
    await expect(failing).rejects.toThrow("mine");
    const stop = new AbortController();
    const stopped = editNotebook(
      path,
      (session) => {
        change(session);
        stop.abort(new Error("enough"));
      },
      { ...always, signal: stop.signal },
    );
    await expect(stopped).rejects.toThrow("enough");
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await readdir(dirname(path))).toEqual(["a.ipynb"]);
  });
});

describe("a file that nobody has written for long", () => {
  /** As if it was written an hour ago: times of a file cannot be set so that the system believes it. */
  const later = (): void => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
  };

  test("is edited as any other, however many pieces it has", async () => {
    const long = longNotebook().replace("A".repeat(1_000), "A".repeat(5_000_001));
    const path = await fileOf(long);
    const wanted = change(edit(await readFile(path))).toBytes();
    later();
    const result = await editNotebook(path, change, always);
    expect((await readFile(path)).equals(wanted)).toBe(true);
    expect(result.version).toBe(fileVersion(wanted));
  });

  test("has a version where somebody asks for it", async () => {
    const path = await fileOf(longNotebook());
    const version = fileVersion(await readFile(path));
    later();
    const none = await editNotebook(path, (session) => session.set("x", 1), always);
    expect(none).toEqual({ isChanged: false, edits: [], version });
    const options = { ...always, expect: version };
    expect(await editNotebook(path, change, options)).toMatchObject({ isChanged: true });
    await expect(editNotebook(path, change, options)).rejects.toMatchObject({
      code: "store-conflict",
    });
  });

  test("is told from one of the same length that took its place meanwhile", async () => {
    const path = await fileOf(longNotebook());
    later();
    const other = longNotebook().replace('"data": 1', '"data": 7');
    const seen: unknown[] = [];
    await editNotebook(
      path,
      async (session) => {
        seen.push(session.notebook.value("x"));
        if (seen.length === 1) await writeFile(path, other);
        session.set("new", "text");
      },
      always,
    );
    expect(seen).toEqual([1, 7]);
    expect(await readFile(path, "utf8")).toContain('"data": 7');
  });
});
