import { execFileSync } from "node:child_process";
import { link, mkdir, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codeOf } from "../testing/code-of.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { findTarget } from "./target.ts";

/** Windows has no pipes among its files. */
const pipes = process.platform === "win32" ? [] : ["pipe"];

describe("findTarget", () => {
  test("follows links to files, and to where a file is to be", async () => {
    const folder = await realpath(await tempFolder({ "real/a.ipynb": "1" }));
    await symlink("real", join(folder, "linked"));
    await symlink("linked/a.ipynb", join(folder, "b.ipynb"));
    await symlink("linked/new.ipynb", join(folder, "c.ipynb"));
    const a = await findTarget(join(folder, "b.ipynb"));
    expect([a.path, a.stat?.size]).toEqual([join(folder, "real/a.ipynb"), 1n]);
    const c = await findTarget(join(folder, "c.ipynb"));
    expect(c).toEqual({ path: join(folder, "real/new.ipynb"), stat: undefined });
  });

  test("refuses links in a circle and folders that are not there", async () => {
    const folder = await tempFolder({});
    await symlink("b", join(folder, "a"));
    await symlink("a", join(folder, "b"));
    expect(await codeOf(findTarget(join(folder, "a")))).toBe("store-io");
    expect(await codeOf(findTarget(join(folder, "none/a.ipynb")))).toBe("store-not-found");
  });

  test("refuses folders, and hard links unless they may be broken", async () => {
    const folder = await tempFolder({ "a.ipynb": "1" });
    await link(join(folder, "a.ipynb"), join(folder, "b.ipynb"));
    await mkdir(join(folder, "c.ipynb"));
    expect(await codeOf(findTarget(join(folder, "c.ipynb")))).toBe("store-not-file");
    expect(await codeOf(findTarget(join(folder, "a.ipynb")))).toBe("store-not-file");
    expect(await codeOf(findTarget(join(folder, "a.ipynb"), { hardLinks: "break" }))).toBe("none");
  });

  test.each(pipes)("refuses a %s unless it may be written", async (name) => {
    const path = join(await tempFolder({}), name);
    execFileSync("mkfifo", [path]);
    expect(await codeOf(findTarget(path))).toBe("store-not-file");
    expect(await codeOf(findTarget(path, { nonRegular: "write" }))).toBe("none");
  });
});
