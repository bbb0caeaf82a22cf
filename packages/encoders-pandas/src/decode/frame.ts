import type { ArrowField } from "../arrow/type.ts";
import { unpackDictionaries } from "../arrow/unpack.ts";
import type { ArrowTable } from "../arrow/vector.ts";
import { decodeFailed } from "../failure.ts";
import type { FrameData } from "../frame/frame-data.ts";
import { arrowSeries } from "../frame/series.ts";
import { columnLabels, columnLevels } from "../metadata/column-labels.ts";
import { restoredDtype } from "../metadata/dtype.ts";
import { readPandasMetadata } from "../metadata/pandas-metadata.ts";
import { createIndex, findIndex } from "./frame-index.ts";

/**
 * The frame of an Arrow table, as its pandas metadata describes it. A table without such metadata
 * is a frame whose rows are counted from 0.
 *
 * @throws `encoder-decode-failed` when the metadata is damaged.
 */
export function readFrame(packed: ArrowTable, rows: number): FrameData {
  const metadata = readPandasMetadata(packed.schema.metadata);
  const pandasMajor = metadata?.pandasMajor ?? 3;
  const table = unpackDictionaries(packed);
  const { fields } = table.schema;
  const described = new Map(metadata?.columns.map((column) => [column.fieldName, column]));
  const dtypes = fields.map((field, i) =>
    restoredDtype(
      field,
      (table.children[i]?.data ?? []).some(({ nullCount }) => nullCount > 0),
      described.get(field.name),
      pandasMajor,
    ),
  );
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
    length: rows,
    columns: positions.map((at, i) => ({
      key: keys[i] as string,
      at,
      series: arrowSeries(labels[i] ?? null, dtypes[at] as string, table.children[at] as never),
    })),
    columnLevels: columnLevels(levels, pandasMajor),
    index: createIndex(table, indexSources, dtypes, rows),
    indexSources,
    attrs: metadata?.attrs ?? {},
  };
}
