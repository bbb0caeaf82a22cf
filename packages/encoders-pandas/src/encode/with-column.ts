import { checkOptions } from "@scrapbook/core/internal";
import type { Cell } from "../frame/cell.ts";
import { checkFrame, type DataFrame } from "../frame/data-frame.ts";
import { isSameLabel, type Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { createDataFrame, type Pair, partsOf } from "./create-frame.ts";
import type { Dtype } from "./dtype.ts";
import type { ColumnInput, IndexInput } from "./frame-input.ts";

/** Options of {@link withColumn}. */
export interface ColumnOptions {
  /** Default: inferred, or that of the column that is given. */
  readonly dtype?: Dtype | undefined;
}

/**
 * The frame with a column more, or with another column in the place of the one of that label.
 *
 * ```ts
 * withColumn(prices, "ratio", (row) => Number(row.close) / Number(row.high));
 * ```
 *
 * @param values A list, a column of a frame, or a function that makes the value of each row.
 * @throws `usage-argument`, `encoder-unsupported`, as {@link createDataFrame}.
 */
export function withColumn(
  frame: DataFrame,
  label: Label,
  values: ColumnInput | ((row: Record<string, Cell>, index: number) => unknown),
  options: ColumnOptions = {},
): DataFrame {
  checkFrame("withColumn", frame);
  checkOptions("withColumn", options, { dtype: { expected: "a dtype", fits: () => true } });
  const parts = partsOf(frame);
  const pair: Pair = [label, typeof values === "function" ? Array.from(frame, values) : values];
  const at = parts.columns.findIndex(([other]) => isSameLabel(other, label));
  const columns = at === -1 ? [...parts.columns, pair] : parts.columns.with(at, pair);
  const { dtype } = options;
  return createDataFrame({
    ...parts,
    columns,
    dtypes: dtype === undefined ? {} : { [pythonString(label)]: dtype },
  });
}

/**
 * The frame under another index: `frame.set_axis(…)` in pandas. Without one its rows are counted
 * from 0.
 *
 * @throws `usage-argument`, `encoder-unsupported`, as {@link createDataFrame}.
 */
export function withIndex(frame: DataFrame, index?: IndexInput): DataFrame {
  checkFrame("withIndex", frame);
  return createDataFrame({ ...partsOf(frame), index });
}
