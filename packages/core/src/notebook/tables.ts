import { byCodePoints } from "../code-points.ts";
import { dataOr, scrapColumns } from "../scrap/scraps.ts";
import { createTable, type Table } from "../table.ts";
import type { Notebook } from "./notebook.ts";

/** Columns of {@link metricsTable}. */
export const metricsColumns: readonly string[] = ["filename", "cell", "value", "type"];

/** Columns of the tables that have a row per named value. */
export const namedColumns: readonly string[] = ["name", "value", "type", "filename"];

/** Columns of {@link scrapTable}. */
export const scrapTableColumns: readonly string[] = [...scrapColumns, "filename"];

/** Python's `metrics`: a row per cell that has a label. SPEC §9.6. */
export function metricsTable(
  { filename, cellTiming }: Notebook,
  labels: readonly (string | undefined)[],
): Table {
  const cells = labels.flatMap((label, index) =>
    label === undefined ? [] : [[filename, `Out [${label}]`, cellTiming[index], "time (s)"]],
  );
  return createTable(metricsColumns, cells);
}

/** Python's `parameter_dataframe`: sorted by code points. SPEC §9. */
export function parameterTable({ filename, parameters }: Notebook): Table {
  const cells = Object.keys(parameters)
    .sort(byCodePoints)
    .map((name) => [name, parameters[name], "parameter", filename]);
  return createTable(namedColumns, cells);
}

/** Python's `scrap_dataframe`. SPEC §9. */
export function scrapTable({ filename, scraps }: Notebook): Table {
  const { length, rows } = scraps.dataframe;
  return {
    columns: scrapTableColumns,
    length,
    rows: () => rows().map((row) => ({ ...row, filename })),
  };
}

/** Python's `papermill_record_dataframe`: data scraps, sorted by code points. SPEC §9. */
export function recordTable({ filename, scraps }: Notebook): Table {
  const cells = [...scraps.data.values()]
    .sort((a, b) => byCodePoints(a.name, b.name))
    .map((scrap) => [scrap.name, dataOr(scrap), "record", filename]);
  return createTable(namedColumns, cells);
}

/** Python's `papermill_dataframe`, which pandas 2 and later broke. SPEC §9, §16. */
export function papermillTable(notebook: Notebook): Table {
  const parameters = parameterTable(notebook);
  const records = recordTable(notebook);
  return {
    columns: namedColumns,
    length: parameters.length + records.length,
    rows: () => [...parameters.rows(), ...records.rows()],
  };
}
