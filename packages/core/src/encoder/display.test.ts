import { expect, test } from "vitest";
import { displayEncoder, isBundle } from "./display.ts";

test("a display bundle has MIME types with values, and metadata at most", () => {
  const bundles = [
    { data: { "text/plain": "a" } },
    { data: { "image/svg+xml": "" }, metadata: {} },
  ];
  const others = [
    null,
    1,
    {},
    { data: null },
    { data: [] },
    { data: {} },
    { data: { plain: 1 } },
    { data: { "text/plain": "a" }, other: 1 },
    { data: { "text/plain": "a" }, metadata: null },
    { data: { "text/plain": "a" }, metadata: 1 },
    { data: { "text/plain": "a", x: 1 } },
  ];
  expect(bundles.filter((value) => !isBundle(value))).toEqual([]);
  expect(others.filter((value) => isBundle(value))).toEqual([]);
});

test("the display encoder encodes and decodes nothing", () => {
  expect(() => displayEncoder.encode({ data: {} })).toThrow("encoder-display-payload");
  expect(() => displayEncoder.decode(1)).toThrow("encoder-display-payload");
});
