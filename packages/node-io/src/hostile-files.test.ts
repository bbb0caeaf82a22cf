import { execFileSync, spawn } from "node:child_process";
import { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileStore } from "./file-store.ts";
import { editNotebook, readNotebook, readNotebooks } from "./index.ts";
import { codeOf } from "./testing/code-of.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

/** Windows has no pipes among its files. */
const pipes = process.platform === "win32" ? [] : ["pipe"];
/** Only Linux lets a name be any bytes. */
const anyBytes = process.platform === "linux" ? ["UTF-8"] : [];

const one = notebookWith(1);

describe("a folder with what is no file", () => {
  test.each(pipes)("is read without the %s in it, and edited so", async (name) => {
    const folder = await tempFolder({ "a.ipynb": one });
    execFileSync("mkfifo", [join(folder, `${name}.ipynb`)]);
    await symlink(`${name}.ipynb`, join(folder, "linked.ipynb"));
    await mkdir(join(folder, "folder.ipynb"));
    expect([...(await readNotebooks(folder)).keys()]).toEqual(["a"]);
    expect([...(await readNotebooks(`${folder}/*.ipynb`)).keys()]).toEqual(["a"]);
  });

  test("has links to files read, and links to folders not entered", async () => {
    const elsewhere = await tempFolder({ "b.ipynb": one });
    const folder = await tempFolder({ "a.ipynb": one });
    await symlink(join(elsewhere, "b.ipynb"), join(folder, "linked.ipynb"));
    await symlink(elsewhere, join(folder, "there"));
    await symlink(folder, join(folder, "circle"));
    const book = await readNotebooks(folder, { recursive: true });
    expect([...book.keys()]).toEqual(["a", "linked"]);
    expect([...(await readNotebooks(join(folder, "there"))).keys()]).toEqual(["b"]);
  });

  test("tells of a link that leads nowhere", async () => {
    const folder = await tempFolder({ "a.ipynb": one });
    await symlink("nowhere", join(folder, "b.ipynb"));
    const book = await readNotebooks(folder, { onError: "collect" });
    expect([...book.errors].map(([key, { code }]) => [key, code])).toEqual([
      ["b", "store-not-found"],
    ]);
  });
});

describe("a pipe that is named outright", () => {
  test.each(pipes)("is read as a %s is, by whoever writes into it", async (name) => {
    const path = join(await tempFolder({}), name);
    execFileSync("mkfifo", [path]);
    const reading = readNotebook(path);
    spawn("sh", ["-c", 'sleep 0.05; printf %s "$0" > "$1"', one, path]);
    expect((await reading).value("x")).toBe(1);
  });

  test.each(pipes)("lets a signal end the wait for a %s", async (name) => {
    const path = join(await tempFolder({}), name);
    execFileSync("mkfifo", [path]);
    const reason = new Error("enough");
    const stop = new AbortController();
    const reading = readNotebook(path, { signal: stop.signal });
    setTimeout(() => stop.abort(reason), 20);
    await expect(reading).rejects.toBe(reason);
  });

  test.each(pipes)("is not edited: a %s has no bytes of its own", async (name) => {
    const path = join(await tempFolder({}), name);
    execFileSync("mkfifo", [path]);
    const editing = editNotebook(path, () => {}, { nonRegular: "write" });
    expect(await codeOf(editing)).toBe("store-not-file");
  });
});

describe("a name that is not UTF-8", () => {
  const place = async (): Promise<{ folder: string; address: string }> => {
    const folder = await tempFolder({ "a.ipynb": one });
    const name = Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff, 0xe9])]);
    await mkdir(Buffer.concat([name, Buffer.from(".d")]));
    await writeFile(Buffer.concat([name, Buffer.from(".d/é.ipynb")]), one);
    await writeFile(Buffer.concat([name, Buffer.from(".ipynb")]), one);
    return { folder, address: `file://${folder}/b%FF%E9.ipynb` };
  };

  test.each(anyBytes)("is found and read, though it is not %s", async () => {
    const { folder, address } = await place();
    const book = await readNotebooks(folder, { recursive: true });
    expect([...book.keys()]).toEqual(["a", "b%FF%E9.d/é", "b%FF%E9"]);
    expect([...book.values()].map((notebook) => notebook.value("x"))).toEqual([1, 1, 1]);
    expect((await readNotebook(address)).source).toBe(`${folder}/b%FF%E9.ipynb`);
    expect((await readNotebook(new URL(address))).value("x")).toBe(1);
  });

  test.each(anyBytes)("is not written where it is not %s", async () => {
    const { address } = await place();
    expect(await codeOf(editNotebook(address, () => {}))).toBe("store-unsupported");
  });

  test.each(anyBytes)("is told where it was lost on the way: it is not %s", async () => {
    const { folder } = await place();
    const garbled = readNotebook(`${folder}/b\uFFFD\uFFFD.ipynb`);
    await expect(garbled).rejects.toThrow("file: address");
  });
});

describe("an address", () => {
  test("of a file that is none of this machine is a wrong argument", async () => {
    const wrong = ["file://elsewhere/a.ipynb", "file:///a%2Fb.ipynb"];
    if (process.platform === "win32") return;
    for (const address of wrong) expect(await codeOf(readNotebook(address))).toBe("usage-argument");
  });

  test("that reads like a path is an address, and its password never shown", async () => {
    for (const address of [
      "x://u:hunter2@h/a",
      "ftp://user:hunter/2@host/x",
      "ftp:/u:hunter2@h/x",
    ]) {
      const reading = readNotebook(address);
      await expect(reading).rejects.toThrow("store-scheme");
      await expect(reading).rejects.not.toThrow("hunter");
    }
  });
});

test("a file's stamp counts only when its times are old enough", async () => {
  const path = join(await tempFolder({ "a.ipynb": one }), "a.ipynb");
  const stampOf = async (settledMs?: number): Promise<unknown> => {
    const opened = await fileStore({ settledMs }).open(path);
    await opened?.close();
    return opened?.stamp;
  };
  expect(await stampOf()).toBeUndefined();
  expect(await stampOf(0)).toBeDefined();
  // The time of the bytes can be set, that of the change cannot.
  await utimes(path, 1, 1);
  expect(await stampOf()).toBeUndefined();
});
