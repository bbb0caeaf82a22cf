import type { Cell, DataFrame, Label, Series } from "@scrapbook/encoders-pandas";
import { type ArrowType, arrowName } from "./arrow-name.ts";

/** A column of a frame in the form of `conformance/producers/pandas/README.md`. */
export interface SeriesForm {
  readonly type: string;
  readonly values: readonly Cell[];
  readonly categories?: readonly Cell[];
}

/** A frame in that form, before it is tagged. */
export interface FrameForm {
  readonly length: number;
  readonly columns: readonly Label[];
  readonly columnLevels: readonly { readonly name: Label; readonly dtype: string }[];
  readonly index: IndexForm;
  readonly dtypes: readonly string[];
  readonly series: readonly SeriesForm[];
  readonly attrs: unknown;
}

/** An index: a range by its numbers, any other by its levels. */
export interface IndexForm {
  readonly kind: "range" | "column" | "multi";
  readonly names: readonly Label[];
  readonly dtypes: readonly string[];
  readonly start?: number;
  readonly stop?: number;
  readonly step?: number;
  readonly series?: readonly SeriesForm[];
}

/** Everything that the cases ask of a frame. */
export function frameForm(frame: DataFrame): FrameForm {
  const { index } = frame;
  const numbers = index.range ?? { series: index.levels.map(seriesForm) };
  return {
    length: frame.length,
    columns: frame.columns,
    columnLevels: frame.columnLevels.map(({ name, dtype }) => ({
      name,
      dtype: textDtypes.has(dtype) ? "text" : dtype,
    })),
    index: {
      kind: index.kind,
      names: index.names,
      dtypes: index.levels.map(({ dtype }) => dtype),
      ...numbers,
    },
    dtypes: frame.series.map(({ dtype }) => dtype),
    series: frame.series.map(seriesForm),
    attrs: frame.attrs,
  };
}

/** Text has many dtypes, which JavaScript has not. */
const textDtypes: ReadonlySet<string> = new Set(["object", "str", "string"]);

function seriesForm(series: Series): SeriesForm {
  const raw = { integers: "bigint", times: "raw" } as const;
  const form = {
    type: arrowName(series.arrowType as ArrowType),
    values: series.toArray(raw),
  };
  const { categories } = series.dtype === "category" ? series.toValues(raw) : {};
  return categories === undefined ? form : { ...form, categories };
}
