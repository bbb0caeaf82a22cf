import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { isScrapbookError } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { readListed } from "./read-listed.ts";
import { waitForTurn } from "./turn.ts";

const text = new TextDecoder();

/** What becomes of a reading, in a turn that has just begun. */
async function reading(path: string, options?: Parameters<typeof readListed>[3]) {
  await waitForTurn();
  await new Promise((resolve) => setImmediate(resolve));
  const into = { bytes: new Uint8Array(0) };
  try {
    const found = readListed(path, 0, into, options);
    const whole = await found;
    return {
      isAtOnce: !(found instanceof Promise),
      whole,
      shown: text.decode(whole?.bytes),
      into,
    };
  } catch (error) {
    return { code: isScrapbookError(error) ? error.code : error };
  }
}

describe("a listed file", () => {
  test("is read at once while it is small, by another thread where it is large", async () => {
    const large = "x".repeat(5 * 1024 * 1024);
    const folder = await tempFolder({ "a.ipynb": "small", "b.ipynb": large });
    expect(await reading(join(folder, "a.ipynb"))).toMatchObject({
      isAtOnce: true,
      shown: "small",
    });
    const other = await reading(join(folder, "b.ipynb"));
    expect([other.isAtOnce, other.shown === large]).toEqual([false, true]);
  });

  test("is read into the buffer that is given", async () => {
    const folder = await tempFolder({ "a.ipynb": "small" });
    const { whole, into } = await reading(join(folder, "a.ipynb"));
    expect(whole?.bytes.buffer).toBe(into?.bytes.buffer);
  });

  test("is empty where it is, and not opened where it still has its stamp", async () => {
    const path = join(await tempFolder({ "a.ipynb": "" }), "a.ipynb");
    const { whole } = await reading(path);
    expect(whole?.bytes.length).toBe(0);
    expect(await reading(path, { unless: whole?.stamp })).toMatchObject({ whole: undefined });
  });

  test("is refused where it is larger than allowed, a folder, gone, or stopped", async () => {
    const folder = await tempFolder({ "a.ipynb": "small" });
    const path = join(folder, "a.ipynb");
    await mkdir(join(folder, "b.ipynb"));
    expect(await reading(path, { maxBytes: 4 })).toEqual({ code: "store-too-large" });
    expect(await reading(join(folder, "b.ipynb"))).toEqual({ code: "store-not-file" });
    expect(await reading(join(folder, "c.ipynb"))).toEqual({ code: "store-not-found" });
    expect(await reading(path, { signal: AbortSignal.abort("enough") })).toEqual({
      code: "enough",
    });
  });

  test.each(process.platform === "win32" ? [] : ["pipe"])(
    "that has become a %s is refused, and nobody waits for it",
    async (name) => {
      const path = join(await tempFolder({}), name);
      execFileSync("mkfifo", [path]);
      expect(await reading(path)).toEqual({ code: "store-not-file" });
    },
  );
});
