import { hasBit } from "./bitmap.ts";
import { bytesReader } from "./bytes.ts";
import { type DictionaryType, dictionaryType, intType, type TypedArray, typeId } from "./type.ts";
import type { ArrowColumn, ArrowTable, Vector } from "./vector.ts";

/**
 * The same table with one dictionary for all batches of a column: each row group has its own, and
 * what another program wrote may differ from group to group.
 */
export function unifyDictionaries({ schema, children }: ArrowTable): ArrowTable {
  const unified = children.map((column) =>
    column.type.typeId === typeId.dictionary && column.data.length > 1
      ? unifiedColumn(column, column.type)
      : column,
  );
  const fields = schema.fields.map((field, i) => ({
    ...field,
    type: unified[i]?.type ?? field.type,
  }));
  return { schema: { ...schema, fields }, children: unified };
}

function unifiedColumn(column: ArrowColumn, type: DictionaryType): ArrowColumn {
  const dictionaries = column.data.map(({ dictionary }) => dictionary?.data[0] as Vector);
  const [first] = dictionaries;
  if (first === undefined || dictionaries.some((words) => words?.offsets === undefined))
    return column;
  const places = new Map<string, number>();
  const words: Uint8Array[] = [];
  // Where each batch's words are in the common dictionary.
  const maps = dictionaries.map((dictionary) => {
    const bytes = bytesReader(dictionary);
    return Array.from({ length: dictionary.length }, (_, i) => {
      const word = bytes(i);
      const key = latin1(word);
      const place = places.get(key) ?? places.size;
      if (place === places.size) {
        places.set(key, place);
        words.push(word);
      }
      return place;
    });
  });
  const isSame = maps.every((map) => map.length === words.length && map.every((at, i) => at === i));
  const common = dictionaryType(
    type.dictionary,
    isSame ? type.indices : intType(32, true),
    type.ordered,
  );
  const dictionary: ArrowColumn = {
    type: common.dictionary,
    data: [isSame ? first : wordsVector(common, words, first)],
  };
  return {
    type: common,
    data: column.data.map((vector, i) => ({
      ...vector,
      type: common,
      dictionary,
      ...(isSame ? {} : { values: remapped(vector, maps[i] as number[]) }),
    })),
  };
}

/** A key that tells all byte strings apart, also those that are no UTF-8. */
const latin1 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

function wordsVector(type: DictionaryType, words: readonly Uint8Array[], like: Vector): Vector {
  const offsets = (like.offsets as TypedArray).slice(0, 0).constructor as new (
    length: number,
  ) => TypedArray;
  const ends = new offsets(words.length + 1);
  const size = words.reduce((sum, { length }) => sum + length, 0);
  const values = new Uint8Array(size);
  let at = 0;
  for (const [i, word] of words.entries()) {
    values.set(word, at);
    at += word.length;
    ends[i + 1] = ends instanceof BigInt64Array ? BigInt(at) : at;
  }
  return {
    type: type.dictionary,
    length: words.length,
    nullCount: 0,
    validity: new Uint8Array(0),
    offsets: ends,
    values,
  };
}

function remapped(
  { length, nullCount, validity, values }: Vector,
  map: readonly number[],
): Int32Array {
  return Int32Array.from({ length }, (_, i) =>
    nullCount === 0 || hasBit(validity, i) ? (map[Number(values?.[i])] as number) : 0,
  );
}
