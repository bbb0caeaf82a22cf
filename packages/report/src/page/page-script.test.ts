import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pageScript, pageScriptHash } from "./generated/page-script.ts";

test("the hash that the policy names is the script's", () => {
  const hash = createHash("sha256").update(pageScript, "utf8").digest("base64");
  expect(pageScriptHash).toBe(`sha256-${hash}`);
});

test("the script can stand in a page", () => {
  expect(pageScript).not.toMatch(/<\/|<!--|\r/);
});

test("the script costs a page no more than 8 KB", () => {
  expect(gzipSync(pageScript).length).toBeLessThan(8_000);
});
