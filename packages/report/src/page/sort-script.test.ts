import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sortScript, sortScriptHash } from "./sort-script.ts";

test("the hash that the policy names is the script's", () => {
  const hash = createHash("sha256").update(sortScript, "utf8").digest("base64");
  expect(sortScriptHash).toBe(`sha256-${hash}`);
});

test("the script can stand in a page", () => {
  expect(sortScript).not.toMatch(/<\/|<!--|\r/);
});
