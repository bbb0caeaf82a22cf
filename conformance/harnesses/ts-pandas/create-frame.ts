import {
  type Cell,
  createDataFrame,
  type DataFrame,
  type IndexInput,
  type Label,
} from "@scrapbook/encoders-pandas";
import { dtypeOf, withCounts } from "./arrow-dtype.ts";
import type { FrameForm, IndexForm, SeriesForm } from "./frame-form.ts";

/** A frame of values and the dtypes that pandas shall have of them: nothing comes from a file. */
export function createFrame(form: FrameForm): DataFrame {
  const columns = form.columns.map((label, i) => [label, cellsOf(form.series[i])] as const);
  const keys = createDataFrame({
    columns: columns.map(([label]) => [label, []] as const),
    ...levels(form),
  }).keys;
  const dtypes = keys.map((key, i) => [
    key,
    dtypeOf(form.dtypes[i] ?? "", form.series[i] as SeriesForm),
  ]);
  return createDataFrame({
    columns,
    dtypes: Object.fromEntries(dtypes),
    index: indexInput(form.index),
    attrs: form.attrs as never,
    ...levels(form),
  });
}

const cellsOf = (series: SeriesForm | undefined): readonly Cell[] =>
  (series?.values ?? []).map((value) => withCounts(series?.type ?? "", value));

function levels({ columnLevels }: FrameForm) {
  return {
    columnLevels: columnLevels.map(({ name, dtype }) => ({
      name: nameOf(name),
      dtype: dtype === "text" ? "str" : dtype,
    })),
  };
}

function indexInput({ names, dtypes, series = [], start, stop, step }: IndexForm): IndexInput {
  if (start !== undefined && stop !== undefined && step !== undefined) {
    return { start, stop, step, name: nameOf(names[0]) };
  }
  const found = series.map((level, i) => ({
    name: nameOf(names[i]),
    values: cellsOf(level),
    dtype: dtypeOf(dtypes[i] ?? "", level),
  }));
  return found.length > 1 ? { levels: found } : (found[0] as IndexInput);
}

const nameOf = (name: Label | undefined): string | null =>
  name === null || name === undefined ? null : String(name);
