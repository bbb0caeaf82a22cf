import { rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { fileVersion, hasChanged, readBytes, stampFile } from "./version.ts";

test("a version tells the bytes and nothing else", () => {
  expect(fileVersion(Buffer.from("a"))).toBe(fileVersion(Buffer.from("a")));
  expect(fileVersion(Buffer.from("a"))).not.toBe(fileVersion(Buffer.from("b")));
  expect(fileVersion(Buffer.from("a"))).toMatch(/^sha256-[\w-]{43}$/);
});

test("a file has changed when its bytes have, whatever its times say", async () => {
  const folder = await tempFolder({ a: "old" });
  const path = join(folder, "a");
  const old = Buffer.from("old");
  const stamp = await stampFile(path);
  expect(await hasChanged(path, stamp, readBytes(old))).toBe(false);
  await writeFile(path, "old");
  await utimes(path, 1, 1);
  expect(await hasChanged(path, stamp, readBytes(old))).toBe(false);
  await writeFile(path, "new");
  await utimes(path, stamp.stat.atime, stamp.stat.mtime);
  expect(await hasChanged(path, stamp, readBytes(old))).toBe(true);
  for (const text of ["longer", "o", ""]) {
    await writeFile(path, text);
    expect(await hasChanged(path, stamp, readBytes(old))).toBe(true);
  }
  await rm(path);
  expect(await hasChanged(path, stamp, readBytes(old))).toBe(true);
});

test("times that are old enough spare the reading", async () => {
  const folder = await tempFolder({ a: "old" });
  const path = join(folder, "a");
  const { stat } = await stampFile(path);
  // As if it had been looked at an hour later: other bytes of that length are not looked for.
  const late = { stat, seenAt: Date.now() + 3_600_000 };
  expect(await hasChanged(path, late, readBytes(Buffer.from("new")))).toBe(false);
});
