import { expect, test } from "vitest";
import {
  aBoolean,
  aCount,
  aFunction,
  aSignal,
  aText,
  checkOptions,
  describeValue,
  type OptionRules,
  oneOf,
} from "./check-options.ts";
import { isScrapbookError } from "./error.ts";

const rules: OptionRules = {
  concurrency: aCount(1),
  maxBytes: aCount(0),
  onError: oneOf("throw", "collect"),
  recursive: aBoolean,
  filter: aFunction,
  signal: aSignal,
  source: aText,
};

function faultOf(options: unknown): string {
  try {
    checkOptions("readNotebooks", options, rules);
  } catch (error) {
    if (isScrapbookError(error) && error.code === "usage-argument") return error.message;
    throw error;
  }
  return "none";
}

test("options that may be what they are pass, undefined ones and none at all too", () => {
  const { signal } = new AbortController();
  for (const options of [
    undefined,
    {},
    { concurrency: 1, onError: "collect", recursive: false, filter: () => true, signal },
    { concurrency: undefined, maxBytes: 0, source: "" },
    { maxBytes: Infinity },
    Object.create(null),
  ]) {
    expect(faultOf(options)).toBe("none");
  }
});

test("an option that is unknown is refused, naming those near", () => {
  expect(faultOf({ onerror: "collect" })).toContain('Did you mean "onError"?');
  expect(faultOf({ concurency: 2 })).toContain('Did you mean "concurrency"?');
  expect(faultOf({ entirelyOther: 2 })).toContain("There are: concurrency, maxBytes");
  expect(faultOf({ __proto__: null, constructor: 1 })).toContain("constructor");
});

test("a value that an option cannot have is refused, saying what it can", () => {
  const table: [options: unknown, said: string][] = [
    [{ onError: "colect" }, 'got "colect", expected "throw" or "collect"'],
    [{ concurrency: 0 }, "got 0, expected a whole number, 1 or more"],
    [{ concurrency: 1.5 }, "got 1.5"],
    [{ concurrency: "4" }, 'got "4"'],
    [{ maxBytes: Number.NaN }, "got NaN"],
    [{ maxBytes: -1 }, "got -1"],
    [{ recursive: "yes" }, "expected true or false"],
    [{ filter: /a/ }, "got a RegExp, expected a function"],
    [{ signal: new AbortController() }, "got an AbortController, expected an AbortSignal"],
    [{ source: null }, "got null, expected text"],
    [null, "got null, expected an object"],
    ["recursive", 'got "recursive", expected an object'],
    [[1], "got a list"],
  ];
  for (const [options, said] of table) expect(faultOf(options)).toContain(said);
});

test("a value is described in a few words, whatever it is", () => {
  const table: [value: unknown, said: string][] = [
    ["a\nb", '"a\\nb"'],
    ["x".repeat(1_000), "a text of 1000 characters"],
    [10n ** 100n, "a bigint"],
    [[], "an empty list"],
    [[1], "a list"],
    [{ secret: 1 }, "an object"],
    [Object.create(null), "an object"],
    [new Map(), "a Map"],
    [Promise.resolve(), "a Promise"],
    [new Uint8Array(9), "a Uint8Array"],
    [new URL("https://example.com"), "a URL"],
    [() => 1, "a function"],
    [Symbol("s"), "Symbol(s)"],
    [undefined, "undefined"],
  ];
  for (const [value, said] of table) expect(describeValue(value)).toBe(said);
});
