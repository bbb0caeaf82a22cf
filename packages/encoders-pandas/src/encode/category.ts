import { bitsOf } from "../arrow/bitmap.ts";
import { dictionaryType, intType } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import { type CellPlace, cellError } from "./cell-error.ts";
import type { Storage } from "./dtype.ts";
import { createVector } from "./vector.ts";

/**
 * A column of categories. Where none are named they are the values' own, sorted by code points, as
 * `astype("category")` has them.
 *
 * @throws `encoder-unsupported` for a value that is no category, and for categories that are no text.
 */
export function categoryColumn(
  { type: wordType, categories = [], ordered = false }: Storage,
  cells: ArrayLike<unknown>,
  place: CellPlace,
  isGiven: boolean,
): ArrowColumn {
  const words = isGiven ? categories : ownCategories(cells, place);
  const codes = new Map(words.map((word, code) => [word, code]));
  if (codes.size < words.length) {
    throw cellError(
      place,
      0,
      words.find((word, i) => words.indexOf(word) !== i),
      "each category once",
    );
  }
  const { length } = cells;
  // As pandas chooses them.
  const indices = intType(words.length < 127 ? 8 : words.length < 32_767 ? 16 : 32, true);
  const values = new indices.values(length);
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined) {
      nullCount++;
      continue;
    }
    const code = codes.get(cell as string);
    if (code === undefined) throw cellError(place, row, cell, "one of the categories");
    values[row] = code;
  }
  const type = dictionaryType(wordType, indices, ordered);
  const dictionary = {
    type: type.dictionary,
    data: [createVector(type.dictionary, words, place)],
  };
  const validity =
    nullCount === 0
      ? new Uint8Array(0)
      : bitsOf(length, (row) => cells[row] !== null && cells[row] !== undefined);
  return { type, data: [{ type, length, nullCount, validity, values, dictionary }] };
}

function ownCategories(cells: ArrayLike<unknown>, place: CellPlace): string[] {
  const words = new Set<string>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined) continue;
    // pandas reads categories of anything else as plain values.
    if (typeof cell !== "string") throw cellError(place, row, cell, "categories of text");
    words.add(cell);
  }
  return [...words].sort(byCodePoints);
}

function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [i, character] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    if (character !== other) {
      return (character.codePointAt(0) as number) - (other.codePointAt(0) as number);
    }
  }
  return left.length - right.length;
}
