import { expect, test } from "vitest";
import { completeLock } from "./complete-lock.mjs";

const tool = {
  version: "2.0.0",
  dev: true,
  optionalDependencies: { "@t/tool-darwin-arm64": "2.0.0", "@t/tool-linux-x64-musl": "2.0.0" },
};

test("a platform package that npm left out gets an entry", () => {
  const { lock, added } = completeLock({ packages: { "node_modules/tool": tool } });
  expect(added).toBe(2);
  expect(lock.packages["node_modules/@t/tool-linux-x64-musl"]).toEqual({
    version: "2.0.0",
    cpu: ["x64"],
    dev: true,
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  });
});

test("a lock file that is complete stays as it is", () => {
  const { lock } = completeLock({ packages: { "node_modules/tool": tool } });
  const again = completeLock(lock);
  expect(again.added).toBe(0);
  expect(again.lock).toEqual(lock);
});

test("registry addresses go and workspace links stay", () => {
  const { lock } = completeLock({
    packages: {
      "node_modules/a": { version: "1.0.0", resolved: "https://example.org/a.tgz", integrity: "x" },
      "node_modules/b": { resolved: "packages/b", link: true },
    },
  });
  expect(lock.packages).toEqual({
    "node_modules/a": { version: "1.0.0", integrity: "x" },
    "node_modules/b": { resolved: "packages/b", link: true },
  });
});

test("two versions of a tool each get their own entries", () => {
  const next = { version: "3.0.0", optionalDependencies: { "@t/tool-darwin-arm64": "3.0.0" } };
  const { lock } = completeLock({
    packages: { "node_modules/a/node_modules/tool": next, "node_modules/tool": tool },
  });
  const name = "node_modules/@t/tool-darwin-arm64";
  expect(lock.packages[name].version).toBe("3.0.0");
  expect(lock.packages[`node_modules/tool/${name}`].version).toBe("2.0.0");
});

test("an optional dependency whose name tells no platform is left alone", () => {
  const { added, notes } = completeLock({
    packages: { "node_modules/a": { optionalDependencies: { bufferutil: "1.0.0" } } },
  });
  expect([added, notes.length]).toEqual([0, 1]);
});
