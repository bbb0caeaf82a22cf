import { spawnSync } from "node:child_process";
import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isScrapbookError } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { takeLock } from "./lock-file.ts";
import { tempFolder } from "./testing/temp-folder.ts";

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
});
