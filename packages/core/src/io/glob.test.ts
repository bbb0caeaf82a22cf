import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileGlob, isGlob } from "./glob.ts";

const fits = (pattern: string, path: string, hidden = false): boolean => {
  return compileGlob(pattern, { hidden }).matches(path);
};

describe("compileGlob", () => {
  test("matches what its wildcards stand for", () => {
    const table: [pattern: string, yes: string[], no: string[]][] = [
      ["*.ipynb", ["a.ipynb", ".ipynb", ".h.ipynb"], ["a/b.ipynb", "a.ipynb.bak", "ipynb"]],
      ["?.ipynb", ["a.ipynb", "😀.ipynb", "..ipynb"], ["ab.ipynb", ".ipynb", "/.ipynb"]],
      [
        "**/*.ipynb",
        ["a.ipynb", "a/b.ipynb", "a/b/c.ipynb"],
        ["a/b.txt", ".x/b.ipynb", "a/.x/b.ipynb"],
      ],
      ["**", ["a", "a/b", "a/.b"], [".a/b"]],
      ["*/x/**", ["a/x/b", "a/x/b/c"], ["x/b", "a/b/x/c", "a/x"]],
      ["[abc]x", ["ax", "cx"], ["dx", "x", "abx"]],
      ["[a-c]", ["a", "b"], ["d", "-"]],
      ["[!a-c]", ["d", "-"], ["a", "b", ""]],
      ["[^a]", ["b"], ["a"]],
      ["[]a]", ["]", "a"], ["b"]],
      ["[a-]", ["a", "-"], ["b"]],
      ["\\*[*]", ["**"], ["a*", "*a"]],
      ["{a,b/c}.txt", ["a.txt", "b/c.txt"], ["b.txt", "c.txt"]],
      ["{a,b{1,2}}*", ["a", "b1x", "b2"], ["b", "c"]],
      ["{a}*", ["{a}x"], ["a"]],
      ["a**b/*", ["axxb/c", "ab/c"], ["a/b/c"]],
      ["*(x|y)", ["(x|y)", "a(x|y)"], ["x"]],
      ["*.+$^", ["a.+$^"], ["aa"]],
    ];
    for (const [pattern, yes, no] of table) {
      for (const path of yes) expect(fits(pattern, path), `${pattern} ${path}`).toBe(true);
      for (const path of no) expect(fits(pattern, path), `${pattern} ${path}`).toBe(false);
    }
  });

  test("stands for hidden folders only where they are named, or asked for", () => {
    expect(fits("*/a", ".x/a")).toBe(false);
    expect(fits("*/a", ".x/a", true)).toBe(true);
    expect(fits(".*/a", ".x/a")).toBe(true);
    expect(fits("**/.x/*", "b/.x/a")).toBe(true);
    expect(compileGlob("**/.x/*").isHidden).toBe(true);
  });

  test("tells its fixed folders, and whether it goes below them", () => {
    const table: [pattern: string, folder: string, isDeep: boolean][] = [
      ["*.ipynb", "", false],
      ["/*.ipynb", "/", false],
      ["out/*.ipynb", "out", false],
      ["./out/a b/*", "./out/a b", false],
      ["s3://bucket/out/**/*.ipynb", "s3://bucket/out", true],
      ["out/*/a.ipynb", "out", true],
      ["out/**", "out", true],
      ["a\\[1\\]/*", "a[1]", false],
      ["{a,b/c}.ipynb", "", true],
    ];
    for (const [pattern, folder, isDeep] of table) {
      expect(compileGlob(pattern), pattern).toMatchObject({ folder, isDeep });
    }
  });

  test("knows which folders cannot hold anything", () => {
    const glob = compileGlob("out/a*/x/*.ipynb");
    const may = ["ab", "a", "ab/x"];
    const mayNot = ["b", "ab/y", "ab/x/z", ".a"];
    for (const folder of may) expect(glob.mayEnter(folder), folder).toBe(true);
    for (const folder of mayNot) expect(glob.mayEnter(folder), folder).toBe(false);
    expect(compileGlob("**/x").mayEnter("a/b/c")).toBe(true);
  });

  test("is as quick on hostile patterns and names as on any", () => {
    const [stars, folders] = ["*a".repeat(50), "**/a/".repeat(50)];
    expect(fits(`${stars}b`, "a".repeat(2_000))).toBe(false);
    expect(fits(`${folders}b`, `${"a/".repeat(500)}c`)).toBe(false);
    expect(() => compileGlob("{a,b}".repeat(20))).toThrow("usage-argument");
    expect(() => compileGlob("a[b*")).toThrow("usage-argument");
  });

  test("agrees with a regular expression", () => {
    const step = fc.string({ maxLength: 6, unit: fc.constantFrom(..."ab*?.") });
    const steps = fc.array(fc.oneof(step, fc.constant("**")), { minLength: 1, maxLength: 4 });
    const name = fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom(..."ab.") });
    const names = fc.array(name, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, names, (steps, names) => {
        const pattern = ["*", ...steps].join("/");
        const path = ["a", ...names].join("/");
        expect(fits(pattern, path, true), `${pattern} ${path}`).toBe(oracle(pattern).test(path));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The pattern as a regular expression: slow, and plain to see. */
function oracle(pattern: string): RegExp {
  const text = pattern
    .replace(/\./g, "\\.")
    .split("/")
    .map((step, index, all) => {
      const isLast = index === all.length - 1;
      if (step === "**") return isLast ? "[^/]+(?:/[^/]+)*" : "(?:[^/]+/)*";
      return step.replace(/\*+/g, "[^/]*").replace(/\?/g, "[^/]") + (isLast ? "" : "/");
    })
    .join("");
  return new RegExp(`^${text}$`);
}

test("a glob is what has a wildcard that is not escaped", () => {
  const globs = ["*", "a?", "[a]", "{a,b}", "a/**"];
  const plain = ["", "a", "a[", "[]", "{a}", "{}", "\\*", "a\\?b", "a]b[", "a,b"];
  for (const text of globs) expect(isGlob(text), text).toBe(true);
  for (const text of plain) expect(isGlob(text), text).toBe(false);
});
