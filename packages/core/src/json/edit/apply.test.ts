import { expect, test } from "vitest";
import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import { applyEdits, type Edit, joinPieces } from "./apply.ts";

const bytes = utf8Encoder.encode("abcdef");
const edit = (start: number, end: number, text: string): Edit => ({
  start,
  end,
  bytes: utf8Encoder.encode(text),
});

test("edits replace, remove and insert", () => {
  const edits = [edit(0, 0, "<"), edit(1, 3, ""), edit(3, 4, "D"), edit(6, 6, ">")];
  expect(utf8Decoder.decode(joinPieces(applyEdits(bytes, edits)))).toBe("<aDef>");
});

test("pieces of the original are views of it, not copies", () => {
  const pieces = [...applyEdits(bytes, [edit(2, 4, "x")])];
  expect(pieces.map((piece) => piece.buffer === bytes.buffer)).toEqual([true, false, true]);
});

test("without edits the only piece is the original", () => {
  expect([...applyEdits(bytes, [])]).toEqual([bytes]);
});

test("edits that overlap, are out of order or lie outside are refused at once", () => {
  const wrong = [
    [edit(0, 3, ""), edit(2, 4, "")],
    [edit(3, 4, ""), edit(0, 1, "")],
    [edit(5, 7, "")],
    [edit(2, 1, "")],
    [edit(-1, 1, "")],
    [edit(Number.NaN, 1, "")],
  ];
  for (const edits of wrong) expect(() => applyEdits(bytes, edits)).toThrow("usage-argument");
});
