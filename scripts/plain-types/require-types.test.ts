import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { requireTypes } from "./require-types.mjs";

test("a declaration for require names the module's values, and has all its types", () => {
  const folder = mkdtempSync(join(tmpdir(), "require-types-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "index.d.ts").replaceAll("\\", "/");
  writeFileSync(
    file,
    `/** Reads. */
declare function read(): Book;
interface Book {}
declare class Wrong extends Error {}
declare class Scrap {}
export { type Book, type Scrap, Wrong, read };
`,
  );
  const from = '"./index.js" with { "resolution-mode": "import" }';
  expect(requireTypes([file])).toEqual([
    {
      file: file.replace(".d.ts", ".d.cts"),
      text: `import type * as esm from ${from};
export type * from ${from};
export declare const Wrong: typeof esm.Wrong;
export type Wrong = esm.Wrong;
/** Reads. */
export declare const read: typeof esm.read;
`,
    },
  ]);
});
