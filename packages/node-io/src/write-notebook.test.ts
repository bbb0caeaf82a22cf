import { execFileSync, spawn } from "node:child_process";
import { chmod, link, readdir, readFile, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { fileVersion } from "./file/version.ts";
import { writeNotebook } from "./index.ts";
import { codeOf } from "./testing/code-of.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

/** Windows has no pipes among its files. */
const pipes = process.platform === "win32" ? [] : ["pipe"];

const old = Buffer.from(notebookWith(0));
const content = Buffer.from(notebookWith(1));
const halves = [content.subarray(0, 9), content.subarray(9)];

describe("writeNotebook", () => {
  test("writes a new file and tells its version", async () => {
    const folder = await tempFolder({});
    const path = join(folder, "a.ipynb");
    const { version } = await writeNotebook(pathToFileURL(path), content);
    expect(version).toBe(fileVersion(content));
    expect(await readdir(folder)).toEqual(["a.ipynb"]);
    expect((await stat(path)).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test("replaces a file through links, and keeps its mode", async () => {
    const folder = await tempFolder({ "real/a.ipynb": old });
    const path = join(folder, "real/a.ipynb");
    await chmod(path, 0o600);
    await symlink("real/a.ipynb", join(folder, "b.ipynb"));
    await writeNotebook(join(folder, "b.ipynb"), halves);
    expect(await readFile(path, "utf8")).toBe(String(content));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["b.ipynb", "real"]);
  });

  test("writes only over the version that is expected", async () => {
    const path = join(await tempFolder({ "a.ipynb": old }), "a.ipynb");
    const stale = writeNotebook(path, content, { expect: fileVersion(content) });
    expect(await codeOf(stale)).toBe("store-conflict");
    expect(await readFile(path, "utf8")).toBe(String(old));
    expect(await codeOf(writeNotebook(path, content, { expect: fileVersion(old) }))).toBe("none");
    expect(await codeOf(writeNotebook(path, content, { expect: "none" }))).toBe("store-conflict");
  });

  test("writes only where nothing is, if that is asked for", async () => {
    const path = join(await tempFolder({}), "a.ipynb");
    expect(await codeOf(writeNotebook(path, content, { expect: "any" }))).toBe("store-conflict");
    expect(await codeOf(writeNotebook(path, content, { expect: "none" }))).toBe("none");
  });

  test("breaks hard links only if it may", async () => {
    const folder = await tempFolder({ "a.ipynb": old });
    const path = join(folder, "a.ipynb");
    await link(path, join(folder, "b.ipynb"));
    expect(await codeOf(writeNotebook(path, content))).toBe("store-not-file");
    await writeNotebook(path, content, { hardLinks: "break" });
    expect(await readFile(path, "utf8")).toBe(String(content));
    expect(await readFile(join(folder, "b.ipynb"), "utf8")).toBe(String(old));
  });

  test.each(pipes)("writes into a %s only if it may", async (name) => {
    const path = join(await tempFolder({}), name);
    execFileSync("mkfifo", [path]);
    expect(await codeOf(writeNotebook(path, content))).toBe("store-not-file");
    const reader = spawn("cat", [path], { stdio: ["ignore", "pipe", "ignore"] });
    // Node throws away what a process that has ended wrote, unless somebody was reading.
    const read = text(reader.stdout);
    await writeNotebook(path, halves, { nonRegular: "write" });
    expect(await read).toBe(String(content));
  });

  test("stops when its signal says so, and leaves the file", async () => {
    const path = join(await tempFolder({ "a.ipynb": old }), "a.ipynb");
    const stop = new AbortController();
    const pieces = (function* (): Generator<Uint8Array> {
      yield new Uint8Array(1_000_000);
      stop.abort(new Error("enough"));
      yield new Uint8Array(1_000_000);
    })();
    await expect(
      writeNotebook(path, pieces, { signal: stop.signal, check: false }),
    ).rejects.toThrow("enough");
    expect(await readFile(path, "utf8")).toBe(String(old));
    expect(await readdir(join(path, ".."))).toEqual(["a.ipynb"]);
  });

  test("refuses URLs that are no files", async () => {
    expect(await codeOf(writeNotebook("ftp://bucket/a.ipynb", content))).toBe("store-scheme");
  });
});
