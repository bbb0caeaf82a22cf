import { build } from "esbuild";
import { expect, test } from "vitest";
import { consumer } from "./installed.ts";

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    logLevel: "error",
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

test("a bundle that uses nothing of core holds nothing of it", async () => {
  expect(await bundle('import "@scrapbook/core";')).toBe("");
});

test("asking whether an error is ours costs less than 1 kB", async () => {
  const text = await bundle('export { isScrapbookError } from "@scrapbook/core";');
  expect(text.length).toBeLessThan(1_000);
});

test("a reader's bundle leaves the writer out", async () => {
  const all = await bundle('export * from "@scrapbook/core";');
  const reader = await bundle('export { parseJson } from "@scrapbook/core";');
  expect(reader.length).toBeLessThan(all.length / 2);
});
