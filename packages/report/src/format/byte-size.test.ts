import { expect, test } from "vitest";
import { formatBytes, utf8Length } from "./byte-size.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 KB"],
  [9_949, "9.9 KB"],
  [9_951, "10 KB"],
  [67_656, "68 KB"],
  [999_499, "999 KB"],
  [999_500, "1.0 MB"],
  [2_000_000, "2.0 MB"],
  [5e12, "5.0 TB"],
  [5e15, "5000 TB"],
])("%i bytes are written %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text.replace(" ", "\u00a0"));
});

test.each(["", "ascii", "é", "€", "😀", "a€😀é\u0800\uffff"])(
  "counts the bytes of %j as UTF-8",
  (text) => {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  },
);
