import { hybridBytes } from "./hybrid.ts";
import { struct, thriftType } from "./thrift.ts";
import { thriftBytes } from "./thrift-writer.ts";

/** Encodings of values. */
export const encoding = { plain: 0, rle: 3, rleDictionary: 8 } as const;

const { i32, struct: structType } = thriftType;
const dataPageType = 0;
const dictionaryPageType = 2;

/** A dictionary page of `words` plain values, uncompressed, header first. */
export function dictionaryPage(words: number, body: Uint8Array): readonly Uint8Array[] {
  const header = struct([
    [1, i32, words],
    [2, i32, encoding.plain],
  ]);
  return [pageHeader(dictionaryPageType, body.length, 7, header), body];
}

/**
 * A data page of `values` values, nulls counted, uncompressed, header first.
 *
 * @param isPresent Whether there is a value at an index; undefined where nulls are impossible.
 */
export function dataPage(
  values: number,
  isPresent: ((index: number) => boolean) | undefined,
  valueEncoding: number,
  body: readonly Uint8Array[],
): readonly Uint8Array[] {
  const levels = isPresent === undefined ? [] : definitionLevels(values, isPresent);
  const pieces = [...levels, ...body];
  const header = struct([
    [1, i32, values],
    [2, i32, valueEncoding],
    [3, i32, encoding.rle],
    [4, i32, encoding.rle],
  ]);
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  return [pageHeader(dataPageType, size, 5, header), ...pieces];
}

/** A bit a value: 1 where there is one. Its length stands before it. */
function definitionLevels(
  length: number,
  isPresent: (index: number) => boolean,
): readonly Uint8Array[] {
  const levels = hybridBytes(
    Uint8Array.from({ length }, (_, i) => (isPresent(i) ? 1 : 0)),
    1,
  );
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, levels.length, true);
  return [size, levels];
}

const pageHeader = (
  type: number,
  size: number,
  field: number,
  header: ReturnType<typeof struct>,
): Uint8Array =>
  thriftBytes(
    struct([
      [1, i32, type],
      [2, i32, size],
      [3, i32, size],
      [field, structType, header],
    ]),
  );
