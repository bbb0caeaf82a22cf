export type { ColumnLevelInput } from "./encode/column-labels.ts";
export { createDataFrame } from "./encode/create-frame.ts";
export type { Dtype } from "./encode/dtype.ts";
export type {
  ColumnInput,
  FrameInput,
  IndexInput,
  IndexLevelInput,
  RangeInput,
  RowsInput,
} from "./encode/frame-input.ts";
export { type ColumnOptions, withColumn, withIndex } from "./encode/with-column.ts";
export type { WasmSource } from "./engine/source.ts";
export type { Cell } from "./frame/cell.ts";
export { DataFrame, isDataFrame, type ParquetWriter, type RowOptions } from "./frame/data-frame.ts";
export type { FrameIndex, Range } from "./frame/frame-index.ts";
export type { CellOptions } from "./frame/integer-cell.ts";
export type { JsonCell } from "./frame/json-cell.ts";
export type { Series } from "./frame/series.ts";
export type { ArrayOf, CellOf } from "./frame/typed-dtype.ts";
export type { ColumnValues } from "./frame/typed-values.ts";
export type { SizeLimit } from "./limit.ts";
export type { ColumnLevel } from "./metadata/column-labels.ts";
export type { Label } from "./metadata/label.ts";
export {
  type PandasEncoder,
  type PandasFactory,
  type PandasOptions,
  pandas,
  parquetBytes,
} from "./pandas.ts";
