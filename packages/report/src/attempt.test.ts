import { ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { attempt } from "./attempt.ts";

test("gives what was read", () => {
  expect(attempt(() => 1)).toEqual({ ok: true, value: 1 });
});

test("gives a notebook's error", () => {
  const error = new ScrapbookError("json-depth", { what: "It is too deep" });
  const result = attempt(() => {
    throw error;
  });
  expect(result).toEqual({ ok: false, error });
});

test("lets an error of our own go on", () => {
  expect(() =>
    attempt(() => {
      throw new TypeError("x");
    }),
  ).toThrow(TypeError);
});
