import { expect, test } from "vitest";
import { utf8Encoder } from "../platform.ts";
import { positionOf } from "./position.ts";

const at = (text: string, offset: number): string => {
  const { line, column } = positionOf(utf8Encoder.encode(text), offset);
  return `${line}:${column}`;
};

test.each([
  ["", 0, "1:1"],
  ["abc", 2, "1:3"],
  ["a\nb", 2, "2:1"],
  ["a\r\nb", 3, "2:1"],
  ["a\r\nb", 2, "1:3"],
  ["a\rb", 2, "2:1"],
  ["\r\r", 2, "3:1"],
  ["é😀x", 6, "1:3"],
  ["\ufeffx", 3, "1:1"],
  ["\ufeffxy", 4, "1:2"],
])("in %j the byte %i stands at %s", (text, offset, position) => {
  expect(at(text, offset)).toBe(position);
});
