import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

test("README shows the toy store and its test as they are", () => {
  for (const file of ["toy/http-store.ts", "toy/http-store.test.ts"]) {
    expect(text("README.md"), file).toContain(text(file));
  }
});

test("the toy store's test has five lines beside its imports", () => {
  const lines = text("toy/http-store.test.ts").split("\n");
  expect(lines.filter((line) => line !== "" && !line.startsWith("import"))).toHaveLength(5);
});
