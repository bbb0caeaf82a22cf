import { expect, test } from "vitest";
import { byteSize, parseBytes } from "./byte-size.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [1250, "1.3 kB"],
  [12_345, "12 kB"],
  [999_600, "1.0 MB"],
  [5_400_000_000, "5.4 GB"],
])("%d bytes are shown as %s", (bytes, shown) => {
  expect(byteSize(bytes)).toBe(shown);
});

test.each([
  ["1", 1],
  ["1MB", 1_000_000],
  ["20 kB", 20_000],
  ["1.5GiB", 1_610_612_736],
  ["2k", 2000],
])("the size %j is %d bytes", (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

test.each(["", "MB", "-1", "1XB", "1e3"])("%j is no size", (text) => {
  expect(() => parseBytes(text)).toThrow("[usage-argument]");
});
