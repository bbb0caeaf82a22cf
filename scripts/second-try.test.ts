import { expect, test } from "vitest";
import { filesToRunAgain, passedAtSecondTry, withSecondTry } from "./second-try.mjs";

const moduleOf = (project: string, file: string, more: object = {}) => ({
  ...{ project, file, seconds: 1, passed: 1, failed: [] as string[], skipped: [] },
  ...{ isBroken: false, ...more },
});
const suffixes = ["python", "chromium"];
const failed = ["a"];
const lost = "[vitest] Browser connection was closed while running tests.";

test("what talks to other programs may run again, file by file", () => {
  const modules = [
    moduleOf("core", "edit.test.ts"),
    moduleOf("core", "new.python.test.ts", { failed }),
    moduleOf("cli", "one.test.ts", { failed }),
    moduleOf("cli", "two.test.ts", { isBroken: true }),
    moduleOf("core in Chromium", "edit.test.ts", { failed }),
  ];
  expect(filesToRunAgain({ modules, errors: [] }, suffixes)).toEqual(
    new Map([
      ["core", ["new.python.test.ts"]],
      ["cli", ["one.test.ts", "two.test.ts"]],
      ["core in Chromium", ["edit.test.ts"]],
    ]),
  );
});

test("nothing runs again where something else failed", () => {
  const modules = [
    moduleOf("core", "edit.test.ts", { failed }),
    moduleOf("cli", "one.test.ts", { failed }),
  ];
  expect(filesToRunAgain({ modules, errors: [] }, suffixes)).toEqual(new Map());
  expect(filesToRunAgain({ modules: [], errors: ["TypeError"] }, suffixes)).toEqual(new Map());
});

test("a browser that was lost runs all its tests again", () => {
  const again = filesToRunAgain({ modules: [], errors: [lost] }, suffixes);
  expect(again).toEqual(
    new Map([
      ["browser", []],
      ["core in Chromium", []],
    ]),
  );
});

test("the second try counts, and what it mended is named", () => {
  const first = {
    modules: [
      moduleOf("core", "edit.test.ts", { passed: 7 }),
      moduleOf("cli", "edit.test.ts", { passed: 2, failed: ["a", "b"] }),
      moduleOf("cli", "broken.test.ts", { passed: 0, isBroken: true }),
    ],
    errors: [lost],
  };
  const second = {
    modules: [
      moduleOf("cli", "edit.test.ts", { passed: 3, failed: ["b"] }),
      moduleOf("cli", "broken.test.ts", { passed: 5 }),
    ],
    errors: [],
  };
  const latest = withSecondTry(first, [second]);
  expect(latest.modules.map(({ passed }) => passed)).toEqual([7, 3, 5]);
  expect(latest.errors).toEqual([]);
  expect(passedAtSecondTry(first, latest)).toEqual([
    "edit.test.ts > a",
    "broken.test.ts > (the file itself)",
  ]);
});
