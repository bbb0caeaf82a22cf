import { byCodePoints } from "../json/code-points.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { dataOr, type Scraps, scrapCells, scrapColumns } from "../scrap/scraps.ts";
import { type Table, tableOf } from "../scrap/table.ts";

/** What the tables take of a notebook. */
export interface NotebookFacts {
  readonly filename: string;
  readonly cellTiming: readonly (JsonValue | undefined)[];
  readonly parameters: JsonObject;
  readonly scraps: Scraps;
}

/** Columns of {@link metricsTable}. */
export const metricsColumns: readonly string[] = ["filename", "cell", "value", "type"];

/** Columns of the tables that have a row per named value. */
export const namedColumns: readonly string[] = ["name", "value", "type", "filename"];

/** Columns of {@link scrapTable}. */
export const scrapTableColumns: readonly string[] = [...scrapColumns, "filename"];

/** Python's `metrics`: a row per cell that has a label. SPEC §9.6. */
export function metricsTable(
  { filename, cellTiming }: NotebookFacts,
  labels: readonly (string | undefined)[],
): Table {
  const cells = labels.flatMap((label, index) =>
    label === undefined ? [] : [[filename, `Out [${label}]`, cellTiming[index], "time (s)"]],
  );
  return tableOf(metricsColumns, cells);
}

/** Python's `parameter_dataframe`: sorted by code points. SPEC §9. */
export function parameterTable(notebook: NotebookFacts): Table {
  return tableOf(namedColumns, parameterCells(notebook));
}

/** Python's `scrap_dataframe`. SPEC §9. */
export function scrapTable({ filename, scraps }: NotebookFacts): Table {
  return tableOf(
    scrapTableColumns,
    scrapCells(scraps).map((cells) => [...cells, filename]),
  );
}

/** Python's `papermill_record_dataframe`: data scraps, sorted by code points. SPEC §9. */
export function recordTable(notebook: NotebookFacts): Table {
  return tableOf(namedColumns, recordCells(notebook));
}

/** Python's `papermill_dataframe`, which pandas 2 and later broke. SPEC §9, §16. */
export function papermillTable(notebook: NotebookFacts): Table {
  return tableOf(namedColumns, [...parameterCells(notebook), ...recordCells(notebook)]);
}

function parameterCells({ filename, parameters }: NotebookFacts): unknown[][] {
  return Object.keys(parameters)
    .sort(byCodePoints)
    .map((name) => [name, parameters[name], "parameter", filename]);
}

function recordCells({ filename, scraps }: NotebookFacts): unknown[][] {
  return [...scraps.data.values()]
    .sort((a, b) => byCodePoints(a.name, b.name))
    .map((scrap) => [scrap.name, dataOr(scrap), "record", filename]);
}
