import { execFileSync, spawnSync } from "node:child_process";
import { lstat, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { isScrapbookError } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { takeLock } from "./lock.ts";

/** A folder, the path of a notebook in it, and its lock file. */
async function place(): Promise<{ folder: string; path: string; file: string }> {
  const folder = await tempFolder({});
  return { folder, path: join(folder, "a.ipynb"), file: join(folder, ".a.ipynb.lock") };
}

/** The lock file of this process, as another holder's: of a process that has ended, if not told. */
async function leaveLock(path: string, file: string, change: object = {}): Promise<void> {
  const lock = await takeLock(path);
  const holder = JSON.parse(await readFile(file, "utf8"));
  await lock.release();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  await writeFile(file, JSON.stringify({ ...holder, pid, token: "dead", ...change }));
}

describe("takeLock", () => {
  test("lets one in after the other", async () => {
    const { folder, path } = await place();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      const lock = await takeLock(path);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
      await lock.release();
    };
    await Promise.all(Array.from({ length: 20 }, work));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test("gives up when it has waited long enough, and says who holds it", async () => {
    const { path } = await place();
    const lock = await takeLock(path);
    const error: unknown = await takeLock(path, { lockTimeoutMs: 30 }).catch((found) => found);
    expect(isScrapbookError(error) && error.code).toBe("store-locked");
    expect((error as Error).message).toContain(`process ${process.pid}`);
    await lock.release();
  });

  test("stops waiting when its signal says so", async () => {
    const { path } = await place();
    const lock = await takeLock(path);
    const stop = new AbortController();
    const waiting = takeLock(path, { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await lock.release();
  });

  test("takes over from a process that died, and removes what it left", async () => {
    const { folder, path, file } = await place();
    await leaveLock(path, file);
    await writeFile(join(folder, ".a.ipynb.dead.tmp"), "half a notebook");
    const lock = await takeLock(path, { lockTimeoutMs: 0 });
    expect(await lock.isHeld()).toBe(true);
    expect(await readdir(folder)).toEqual([".a.ipynb.lock"]);
    await lock.release();
  });

  test("does not take over from a process of another machine, until it is very old", async () => {
    const { path, file } = await place();
    await leaveLock(path, file, { host: "elsewhere" });
    await expect(takeLock(path, { lockTimeoutMs: 10 })).rejects.toThrow("store-locked");
    const old = Date.now() / 1000 - 3600;
    await utimes(file, old, old);
    await (await takeLock(path, { lockTimeoutMs: 10 })).release();
  });

  test("waits a moment for a lock file that says nothing yet", async () => {
    const { path, file } = await place();
    await writeFile(file, "");
    // Young for as long as the test takes, on whatever machine; less than the second that it is waited for.
    const young = Date.now() / 1000 + 0.5;
    await utimes(file, young, young);
    await expect(takeLock(path, { lockTimeoutMs: 10 })).rejects.toThrow("store-locked");
    const old = Date.now() / 1000 - 2;
    await utimes(file, old, old);
    await (await takeLock(path, { lockTimeoutMs: 10 })).release();
  });

  test("lets many take over from a dead process, one after the other", async () => {
    const { folder, path, file } = await place();
    for (let round = 0; round < 10; round++) {
      await leaveLock(path, file);
      let inside = 0;
      const work = async (): Promise<void> => {
        const lock = await takeLock(path);
        if (await lock.isHeld()) expect(++inside).toBe(1);
        inside = 0;
        await lock.release();
      };
      await Promise.all(Array.from({ length: 8 }, work));
    }
    expect(await readdir(folder)).toEqual([]);
  });

  test("knows when the lock was taken away, and leaves the other's alone", async () => {
    const { path, file } = await place();
    const lock = await takeLock(path);
    await rm(file);
    expect(await lock.isHeld()).toBe(false);
    const other = await takeLock(path);
    await lock.release();
    expect(await other.isHeld()).toBe(true);
    await other.release();
  });

  test("never takes over from a process that lives, however old its lock is", async () => {
    const { path, file } = await place();
    const lock = await takeLock(path);
    for (const hours of [-24, 24]) {
      const then = Date.now() / 1000 + hours * 3600;
      await utimes(file, then, then);
      await expect(takeLock(path, { lockTimeoutMs: 10 })).rejects.toThrow("store-locked");
      expect(await lock.isHeld()).toBe(true);
    }
    await lock.release();
  });

  test.each(process.platform === "linux" ? ["number"] : [])(
    "takes over from a dead process whose %s another has by now",
    async () => {
      const { path, file } = await place();
      await leaveLock(path, file, { pid: process.pid, born: "1" });
      await (await takeLock(path, { lockTimeoutMs: 0 })).release();
    },
  );

  test("takes over a lock of another machine that claims to be of the far future", async () => {
    const { path, file } = await place();
    await leaveLock(path, file, { host: "elsewhere" });
    const soon = Date.now() / 1000 + 60;
    await utimes(file, soon, soon);
    await expect(takeLock(path, { lockTimeoutMs: 10 })).rejects.toThrow("store-locked");
    const late = Date.now() / 1000 + 86_400;
    await utimes(file, late, late);
    await (await takeLock(path, { lockTimeoutMs: 10 })).release();
  });
});

describe("a lock file that somebody planted", () => {
  test("removes no file but its own, whatever it says", async () => {
    const outside = await tempFolder({ "important.tmp": "important" });
    const tokens = [
      `/../../${basename(outside)}/important`,
      "../important",
      "x/../../a",
      "",
      7,
      null,
    ];
    for (const token of tokens) {
      const { folder, path, file } = await place();
      await leaveLock(path, file, { token });
      await writeFile(join(folder, "important.tmp"), "important");
      await utimes(file, 1, 1);
      const lock = await takeLock(path, { lockTimeoutMs: 0 });
      expect((await readdir(folder)).sort()).toEqual([".a.ipynb.lock", "important.tmp"]);
      expect(await readdir(outside)).toEqual(["important.tmp"]);
      await lock.release();
    }
  });

  test("is no lock where it does not say what a writer of ours says", async () => {
    const wrong = [
      ...["", "{", "[]", "null", "7", '"text"', "\0".repeat(100_000), '{"token": "0a"}'],
      ...[{ pid: -1 }, { pid: 0 }, { pid: 1.5 }, { pid: "1" }, { host: 7 }, { born: {} }],
    ];
    for (const change of wrong) {
      const { path, file } = await place();
      if (typeof change === "string") await writeFile(file, change);
      else await leaveLock(path, file, change);
      await utimes(file, 1, 1);
      await (await takeLock(path, { lockTimeoutMs: 0 })).release();
    }
  });

  test("puts no control characters and no long text into messages", async () => {
    const { path, file } = await place();
    const host = `\u001b[31m${"x".repeat(1_000)}`;
    await leaveLock(path, file, { host, time: "\n\n" });
    const error: Error = await takeLock(path, { lockTimeoutMs: 0 }).catch((found) => found);
    expect(error.message).toContain("store-locked");
    expect(error.message).toMatch(/^[ -~]{0,400}$/);
  });

  test("is refused where it is no file, and left as it is", async () => {
    const planted: [name: string, plant: (file: string) => unknown][] = [
      ["folder", (file) => mkdir(file)],
      ["link", (file) => symlink("/etc/hostname", file)],
      ["dangling link", (file) => symlink("nowhere", file)],
    ];
    if (process.platform !== "win32") {
      planted.push(["pipe", (file) => execFileSync("mkfifo", [file])]);
    }
    for (const [name, plant] of planted) {
      const { folder, path, file } = await place();
      await plant(file);
      const { ino } = await lstat(file);
      const error: unknown = await takeLock(path, { lockTimeoutMs: 60_000 }).catch((it) => it);
      expect(isScrapbookError(error) && error.code, name).toBe("store-locked");
      expect((error as Error).message).toContain(file);
      expect(await readdir(folder)).toEqual([".a.ipynb.lock"]);
      expect((await lstat(file)).ino).toBe(ino);
    }
  });
});
