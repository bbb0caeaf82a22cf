import { describe, expect, test } from "vitest";
import { notebookKeys } from "./keys.ts";

describe("a notebook's key", () => {
  const table: [root: string, path: string, key: string][] = [
    ["out/", "out/AAA.ipynb", "AAA"],
    ["out/", "out/a/b.ipynb", "a/b"],
    ["out/", "out/a.b.ipynb", "a.b"],
    ["out/", "out/a.b/c", "a.b/c"],
    ["out/", "out/.ipynb", ".ipynb"],
    ["out/", "out/..ipynb", "..ipynb"],
    ["out/", "out/x/.hidden.ipynb", "x/.hidden"],
    ["out/", "other/a.ipynb", "other/a"],
    ["", "a\nb.ipynb", "a\nb"],
    ["", "plain", "plain"],
  ];
  for (const [root, path, key] of table) {
    test(`of ${JSON.stringify(path)} below ${JSON.stringify(root)} is ${JSON.stringify(key)}`, () => {
      expect(notebookKeys(root)(path)).toBe(key);
    });
  }

  test("is given once, and a collision names both files", () => {
    const keyOf = notebookKeys("");
    keyOf("a.ipynb");
    expect(() => keyOf("a.json")).toThrow(
      '[usage-duplicate-key] Two notebooks have the key "a" (a.json): got a.ipynb and a.json',
    );
    expect(keyOf("a.json", "b")).toBe("b");
    expect(() => keyOf("c", "b")).toThrow("usage-duplicate-key");
  });
});
