import { expect, test } from "vitest";
import { formatTime } from "./time.ts";

test.each([
  ["2026-11-23T01:04:59.582345+00:00", "2026-11-23 01:04 UTC"],
  ["2026-11-23T01:04:59Z", "2026-11-23 01:04 UTC"],
  ["2026-11-23T01:04:59+05:30", "2026-11-23 01:04 +05:30"],
  ["2020-01-01T00:00:00.123456", "2020-01-01 00:00"],
  ["yesterday", undefined],
  ["<script>", undefined],
])("%s is written %s", (text, written) => {
  expect(formatTime(text)).toBe(written);
});
