import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const now = Date.parse("2026-11-26T12:00:00Z");

test.each([
  ["2", 2000],
  [" 120 ", 120_000],
  ["0", 0],
  ["1.5", 1500],
  ["Thu, 26 Nov 2026 12:00:10 GMT", 10_000],
  ["Thu, 26 Nov 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  ["-1", undefined],
  ["2026", 2_026_000],
  ["", undefined],
  [undefined, undefined],
])("%j is %s ms", (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});
