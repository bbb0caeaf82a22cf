import { describe, expect, test } from "vitest";
import { isScrapbookError } from "../error/error.ts";
import { chooseDisplay } from "./choose-display.ts";

const bundle = { data: { "text/plain": "1", "text/html": "<b>1</b>" }, metadata: { width: 1 } };

describe("what is shown", () => {
  const choices: [name: string, display: unknown, mimes: string[] | false | undefined][] = [
    ["everything for true", true, ["text/plain", "text/html"]],
    ["nothing for false", false, false],
    ["left open where nothing is said", undefined, undefined],
    ["what is listed", ["text/html"], ["text/html"]],
    ["what is included", { include: ["text/html"] }, ["text/html"]],
    ["what is not excluded", { exclude: ["text/html"] }, ["text/plain"]],
    [
      "what is included and not excluded",
      { include: ["text/html", "text/plain"], exclude: ["text/html"] },
      ["text/plain"],
    ],
    ["everything where nothing is excluded", { exclude: [] }, ["text/plain", "text/html"]],
    ["an empty bundle where nothing fits", ["n/a"], []],
    ["nothing for an empty list", [], false],
    ["nothing where none is included", { include: [], exclude: ["text/html"] }, false],
    ["nothing for an empty choice, as in Python", {}, false],
    ["the bundle that is given", { data: { "image/png": "" } }, ["image/png"]],
  ];
  test.each(choices)("is %s", (_, display, mimes) => {
    const shown = chooseDisplay(1, display as never, bundle);
    expect(shown ? Object.keys(shown.data) : shown).toEqual(mimes);
  });

  test("keeps the bundle's metadata", () => {
    expect(chooseDisplay(1, ["text/html"], bundle)).toMatchObject({ metadata: { width: 1 } });
  });

  test("is the value itself where that is a bundle", () => {
    expect(chooseDisplay(bundle, ["text/html"], undefined)).toMatchObject({
      data: { "text/html": "<b>1</b>" },
    });
  });
});

describe("a choice", () => {
  const mistakes: [name: string, display: unknown][] = [
    ["is refused where it is one text", "text/html"],
    ["is refused where it is a number", 1],
    ["is refused where it is null", null],
    ["is refused where it includes one text", { include: "text/html" }],
    ["is refused where it excludes one text", { exclude: "text/html" }],
    ["is refused where a member is unknown", { only: ["text/html"] }],
  ];
  test.each(mistakes)("%s", (_, display) => {
    expect(codeOf(() => chooseDisplay(1, display as never, bundle))).toBe("usage-argument");
  });

  test("is refused where it is not known what the value looks like", () => {
    expect(codeOf(() => chooseDisplay(1, true, undefined))).toBe("usage-argument");
  });
});

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return isScrapbookError(error) ? error.code : String(error);
  }
}
