import { expect, test } from "vitest";
import { statusFailure } from "./status-failure.ts";

test.each([
  [401, "store-unauthenticated", false],
  [403, "store-permission", false],
  [404, "store-not-found", false],
  [408, "store-timeout", true],
  [409, "store-conflict", true],
  [412, "store-conflict", false],
  [418, "store-io", false],
  [429, "store-io", true],
  [500, "store-io", true],
  [501, "store-unsupported", false],
  [503, "store-io", true],
  [507, "store-full", false],
  [599, "store-io", true],
])("%d is %s", (status, code, isPassing) => {
  const failure = statusFailure({ status });
  expect(failure.code).toBe(code);
  expect(failure.details.isPassing ?? false).toBe(isPassing);
  expect(failure.details.got).toBe(`HTTP ${status}`);
});

test("a server's word is shown where it is a plain one", () => {
  expect(statusFailure({ status: 404, word: "NoSuchKey" }).details.got).toBe("HTTP 404 NoSuchKey");
  expect(statusFailure({ status: 404, word: "see https://x?sig=y" }).details.got).toBe("HTTP 404");
});

test("what a server calls something else keeps its status", () => {
  const failure = statusFailure({ status: 403, word: "ExpiredToken", like: 401 });
  expect(failure.code).toBe("store-unauthenticated");
  expect(failure.details.got).toBe("HTTP 403 ExpiredToken");
});

test("Retry-After is read as seconds", () => {
  expect(statusFailure({ status: 429, retryAfter: "2" }).details.retryAfterMs).toBe(2000);
});
