import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { consumer } from "../exports/installed.ts";
import { diagnostics } from "./compile.ts";

test("the API as its users write it compiles", async () => {
  const folder = join(consumer, "usage");
  mkdirSync(folder);
  copyFileSync(join(root, "quality/types/usage.ts"), join(folder, "usage.ts"));
  const options = { types: ["node"], exactOptionalPropertyTypes: true, skipLibCheck: true };
  expect(await diagnostics(folder, options)).toBe("");
});
