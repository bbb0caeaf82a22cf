import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { alone } from "./packing.mjs";

function lockFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "scrapbook-packing-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "lock");
}

test("one packs after the other", async () => {
  const lock = lockFile();
  let [inside, most] = [0, 0];
  const pack = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all([alone(pack, lock), alone(pack, lock), alone(pack, lock)]);
  expect([most, existsSync(lock)]).toEqual([1, false]);
});

test("a packing that fails lets the next begin", async () => {
  const lock = lockFile();
  const failing = alone(async () => {
    throw new Error("no disk");
  }, lock);
  await expect(failing).rejects.toThrow("no disk");
  expect(await alone(async () => "packed", lock)).toBe("packed");
});

test("nobody waits for a process that has died", async () => {
  const lock = lockFile();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, String(pid));
  expect(await alone(async () => "packed", lock)).toBe("packed");
});
