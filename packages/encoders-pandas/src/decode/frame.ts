import type { ArrowField } from "../arrow/type.ts";
import { unpackDictionaries } from "../arrow/unpack.ts";
import type { ArrowColumn, ArrowTable } from "../arrow/vector.ts";
import { decodeFailed } from "../failure.ts";
import type { FrameData } from "../frame/frame-data.ts";
import { StoredSeries } from "../frame/series.ts";
import { columnLabels, columnLevels } from "../metadata/column-labels.ts";
import { restoredDtype } from "../metadata/dtype.ts";
import { readPandasMetadata } from "../metadata/pandas-metadata.ts";
import { createIndex, findIndex } from "./frame-index.ts";

/**
 * The frame of an Arrow table, as its pandas metadata describes it. A table without such metadata
 * is a frame whose rows are counted from 0.
 *
 * @param known The dtypes of the fields, where the table is a part of another: a dtype is the whole
 * column's, and a part without its nulls would seem to have another.
 * @throws `encoder-decode-failed` when the metadata is damaged.
 */
export function readFrame(packed: ArrowTable, rows: number, known?: readonly string[]): FrameData {
  const metadata = readPandasMetadata(packed.schema.metadata);
  const pandasMajor = metadata?.pandasMajor ?? 3;
  const table = unpackDictionaries(packed);
  const { fields } = table.schema;
  const described = new Map(metadata?.columns.map((column) => [column.fieldName, column]));
  const dtypes = fields.map((field, i) => {
    const dtype = known?.[i];
    if (dtype !== undefined) return dtype;
    const column = table.children[i];
    const description = described.get(field.name);
    // Of a column that could not be read only its description is there.
    if (column?.error !== undefined) return description?.numpyType ?? "object";
    const hasNulls = column?.data.some(({ nullCount }) => nullCount > 0) ?? false;
    return restoredDtype(field, hasNulls, description, pandasMajor);
  });
  const indexSources = findIndex(table, metadata, rows);
  const inIndex = new Set(indexSources.map((source) => ("field" in source ? source.field : -1)));
  const positions = fields.flatMap((_, i) => (inIndex.has(i) ? [] : [i]));
  const keys = positions.map((at) => (fields[at] as ArrowField).name);
  if (new Set(keys).size < keys.length) {
    throw decodeFailed({ what: "Two columns of the frame have the same name" });
  }
  const levels = metadata?.columnLevels ?? [];
  const labels = columnLabels(keys, metadata?.columns ?? [], levels);
  return {
    table,
    dtypes,
    length: rows,
    columns: positions.map((at, i) => ({
      key: keys[i] as string,
      at,
      series: new StoredSeries(
        labels[i] ?? null,
        dtypes[at] as string,
        table.children[at] as ArrowColumn,
        fields[at],
      ),
    })),
    columnLevels: columnLevels(levels, pandasMajor),
    index: createIndex(table, indexSources, dtypes, rows),
    indexSources,
    attrs: metadata?.attrs ?? {},
  };
}
