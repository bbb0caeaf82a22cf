import { byCodePoints } from "../code-points.ts";
import { decodeText } from "../encoder/text.ts";
import { stringifyJson } from "../json/stringify.ts";
import { isTruthy } from "../json/truthy.ts";
import type { JsonValue } from "../json/value.ts";
import { dataOr } from "../scrap/scraps.ts";
import { createTable, type Table } from "../table.ts";
import type { Notebook } from "./notebook.ts";

/** Python's `metrics`. SPEC §9. */
export function metricsTable({ filename, executionCounts, cellTiming }: Notebook): Table {
  const cells = executionCounts.flatMap((count, index) =>
    isTruthy(count)
      ? [[filename, `Out [${cellLabel(count ?? null)}]`, cellTiming[index], "time (s)"]]
      : [],
  );
  return createTable(["filename", "cell", "value", "type"], cells);
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
  const { columns, length, rows } = scraps.dataframe;
  return {
    columns: [...columns, "filename"],
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

const namedColumns: readonly string[] = ["name", "value", "type", "filename"];

/** Python's `str` of a count; JSON text of what is neither number, text nor boolean. SPEC §9.6. */
function cellLabel(count: JsonValue): string {
  return typeof count === "object" ? stringifyJson(count) : decodeText(count, undefined);
}
