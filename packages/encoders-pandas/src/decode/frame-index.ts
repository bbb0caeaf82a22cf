import type { JsonValue } from "@scrapbook/core";
import { nullType } from "../arrow/type.ts";
import type { ArrowTable } from "../arrow/vector.ts";
import type { IndexSource } from "../frame/frame-data.ts";
import { columnIndex, type FrameIndex, rangeIndex, rangeLength } from "../frame/frame-index.ts";
import { RangeSeries, type Series, StoredSeries } from "../frame/series.ts";
import type { Label } from "../metadata/label.ts";
import type { ColumnMetadata, PandasMetadata } from "../metadata/pandas-metadata.ts";

/**
 * Finds the index as pandas does: a stored column that is gone, and a range that does not fit the
 * rows, are passed over; where nothing is left, rows are counted from 0.
 */
export function findIndex(
  { schema }: ArrowTable,
  metadata: PandasMetadata | undefined,
  length: number,
): readonly IndexSource[] {
  const positions = new Map(schema.fields.map(({ name }, i) => [name, i]));
  const columns = new Map(metadata?.columns.map((column) => [column.fieldName, column]));
  const found = (metadata?.indexColumns ?? []).flatMap((index): IndexSource[] => {
    if (typeof index !== "string") {
      if (rangeLength(index) !== length) return [];
      return [{ range: index, name: label(index.name) }];
    }
    const field = positions.get(index);
    return field === undefined ? [] : [{ field, name: levelName(index, columns.get(index)) }];
  });
  if (found.length > 0) return found;
  return [{ range: { start: 0, stop: length, step: 1 }, name: null }];
}

/** The index of the found levels. */
export function createIndex(
  { schema, children }: ArrowTable,
  sources: readonly IndexSource[],
  dtypes: readonly string[],
  length: number,
): FrameIndex {
  const [first] = sources;
  if (sources.length === 1 && first !== undefined && "range" in first) {
    return rangeIndex(first.name, first.range);
  }
  const levels = sources.map((source): Series => {
    if ("range" in source) {
      return new RangeSeries(source.name, source.range.start, source.range.step, length);
    }
    const column = children[source.field];
    return new StoredSeries(
      source.name,
      dtypes[source.field] ?? "object",
      column ?? { type: nullType, data: [] },
      schema.fields[source.field],
    );
  });
  return columnIndex(levels, length);
}

const generated = /^__index_level_\d+__$/;

/** Files of before 2018 name an index without a name as its field. */
function levelName(field: string, column: ColumnMetadata | undefined): Label {
  const name = column === undefined ? field : label(column.name);
  return name === field && generated.test(field) ? null : name;
}

const label = (name: JsonValue): Label =>
  typeof name === "object" && name !== null ? String(name) : (name as Label);
