import type { JsonObject } from "@scrapbook/core";
import type { ArrowTable } from "../arrow/vector.ts";
import type { ColumnLevel } from "../metadata/column-labels.ts";
import type { Label } from "../metadata/label.ts";
import type { FrameIndex, Range } from "./frame-index.ts";
import type { Series } from "./series.ts";

/** What a frame is made of: an Arrow table, and where pandas' layer lies in it. */
export interface FrameData {
  readonly table: ArrowTable;
  /** What pandas calls the types of the table's fields. */
  readonly dtypes: readonly string[];
  readonly length: number;
  /** The columns that are not part of the index. */
  readonly columns: readonly FrameColumn[];
  readonly columnLevels: readonly ColumnLevel[];
  readonly index: FrameIndex;
  /** Where the levels of the index are: a field's position, or a range. */
  readonly indexSources: readonly IndexSource[];
  readonly attrs: JsonObject;
}

/** A column of the frame. */
export interface FrameColumn {
  /** Its name in the file, which is how pandas writes its label as text. */
  readonly key: string;
  /** The position of its field. */
  readonly at: number;
  readonly series: Series;
}

export type IndexSource =
  | { readonly field: number; readonly name: Label }
  | { readonly range: Range; readonly name: Label };
