import { parseFormat } from "../arrow/format.ts";
import { type ArrowField, type ArrowType, dictionaryType, type IntType } from "../arrow/type.ts";
import type { ArrowSchema } from "../arrow/vector.ts";
import { decodeFailed } from "../failure.ts";
import { utf8Decoder } from "../platform.ts";

/** Flags of an `ArrowSchema`. */
const orderedFlag = 1;
const nullableFlag = 2;
const keysSortedFlag = 4;

/**
 * Reads the `ArrowSchema` at `address` of a 32-bit memory: the schema that a stream of record
 * batches has, which is a struct whose children are the columns.
 * https://arrow.apache.org/docs/format/CDataInterface.html
 */
export function readSchema(memory: DataView, address: number): ArrowSchema {
  return {
    fields: children(memory, address).map((child) => readField(memory, child)),
    metadata: metadataAt(memory, memory.getUint32(address + 8, true)),
  };
}

function readField(memory: DataView, address: number): ArrowField {
  const name = textAt(memory, memory.getUint32(address + 4, true));
  const flags = memory.getUint32(address + 16, true);
  const dictionary = memory.getUint32(address + 36, true);
  const format = textAt(memory, memory.getUint32(address, true));
  const fields = children(memory, address).map((child) => readField(memory, child));
  const type = parseFormat(format, fields, (flags & keysSortedFlag) !== 0);
  if (type === undefined) {
    throw decodeFailed({
      what: `The frame's column ${JSON.stringify(name)} has a type that is not supported`,
      got: `Arrow's ${JSON.stringify(format)}`,
    });
  }
  return {
    name,
    type:
      dictionary === 0
        ? type
        : dictionaryOf(type, readField(memory, dictionary).type, (flags & orderedFlag) !== 0),
    nullable: (flags & nullableFlag) !== 0,
    metadata: metadataAt(memory, memory.getUint32(address + 8, true)),
  };
}

const dictionaryOf = (indices: ArrowType, values: ArrowType, ordered: boolean): ArrowType =>
  dictionaryType(values, indices as IntType, ordered);

function children(memory: DataView, address: number): number[] {
  const count = Number(memory.getBigInt64(address + 24, true));
  const pointers = memory.getUint32(address + 32, true);
  return Array.from({ length: count }, (_, i) => memory.getUint32(pointers + 4 * i, true));
}

/** A text that ends in a zero byte. */
function textAt(memory: DataView, address: number): string {
  if (address === 0) return "";
  let end = address;
  while (memory.getUint8(end) !== 0) end++;
  return textBetween(memory, address, end);
}

/** Key-value pairs: their number, then each text after its length. */
function metadataAt(memory: DataView, address: number): ReadonlyMap<string, string> | null {
  if (address === 0) return null;
  let at = address + 4;
  const next = (): string => {
    const start = at + 4;
    at = start + memory.getInt32(at, true);
    return textBetween(memory, start, at);
  };
  const pairs: [string, string][] = [];
  for (let left = memory.getInt32(address, true); left > 0; left--) pairs.push([next(), next()]);
  return new Map(pairs);
}

const textBetween = (memory: DataView, start: number, end: number): string =>
  utf8Decoder.decode(new Uint8Array(memory.buffer, start, end - start));
