import { hasBit } from "../arrow/bitmap.ts";
import { bytesReader } from "../arrow/bytes.ts";
import type { Vector } from "../arrow/vector.ts";
import { type ChunkDescription, chunkStruct } from "../parquet/chunk.ts";
import { hybridBytes } from "../parquet/hybrid.ts";
import { dataPage, dictionaryPage, encoding } from "../parquet/page.ts";
import type { ThriftStruct } from "../parquet/thrift.ts";

/** A column chunk: its bytes, and its entry in the footer. */
export interface Chunk {
  readonly pieces: readonly Uint8Array[];
  readonly size: number;
  readonly struct: ThriftStruct;
}

const byteArray = 6;

/**
 * A chunk that keeps all categories in their order, also those that no row has: pandas takes them
 * from the dictionary page.
 *
 * @param nullable Whether the schema allows nulls, so that the page says where they are.
 * @param offset Where the chunk will begin in the file.
 */
export function categoryChunk(
  vector: Vector,
  name: string,
  nullable: boolean,
  offset: number,
): Chunk {
  const { length, nullCount, validity } = vector;
  const isPresent = (index: number) => nullCount === 0 || hasBit(validity, index);
  const words = vector.dictionary?.data[0] as Vector;
  const width = Math.max(bitWidth(words.length - 1), 1);
  const codes = new Uint32Array(length - nullCount);
  let at = 0;
  for (let i = 0; i < length; i++) if (isPresent(i)) codes[at++] = Number(vector.values?.[i]);
  const first = dictionaryPage(words.length, plainWords(words));
  const second = dataPage(length, nullable ? isPresent : undefined, encoding.rleDictionary, [
    new Uint8Array([width]),
    hybridBytes(codes, width),
  ]);
  const pieces = [...first, ...second];
  const size = byteLength(pieces);
  const chunk: ChunkDescription = {
    type: byteArray,
    encodings: [encoding.plain, encoding.rle, encoding.rleDictionary],
    name,
    values: length,
    size,
    dictionaryOffset: offset,
    dataOffset: offset + byteLength(first),
  };
  return { pieces, size, struct: chunkStruct(chunk) };
}

const bitWidth = (value: number): number => 32 - Math.clz32(value);

const byteLength = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);

/** Each word after its length. */
function plainWords(words: Vector): Uint8Array {
  const read = bytesReader(words);
  const list = Array.from({ length: words.length }, (_, i) => read(i));
  const bytes = new Uint8Array(4 * list.length + byteLength(list));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const word of list) {
    view.setUint32(at, word.length, true);
    bytes.set(word, at + 4);
    at += 4 + word.length;
  }
  return bytes;
}
