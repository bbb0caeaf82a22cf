import { setMember } from "../json/member.ts";
import type { Notebook } from "../notebook/notebook.ts";
import type { Table } from "../table.ts";

/** Options of `book.table`. */
export interface WideTableOptions {
  /** Adds a column per papermill parameter before the scraps, named as the parameter. Default `false`. */
  readonly parameters?: boolean | undefined;
}

/** One row per notebook: key, parameters if asked for, then the named scraps. SPEC §14. */
export function wideTable(
  notebooks: ReadonlyMap<string, Notebook>,
  columns: readonly string[] | undefined,
  { parameters = false }: WideTableOptions,
): Table {
  const rows = [...notebooks].map(([key, notebook]) => ({
    key,
    parameters: parameters ? new Map(Object.entries(notebook.parameters)) : new Map(),
    scraps: scrapValues(notebook, columns),
  }));
  const parameterNames = new Set(rows.flatMap((row) => [...row.parameters.keys()]));
  const scrapNames = columns ?? [...new Set(rows.flatMap((row) => [...row.scraps.keys()]))];
  // A scrap wins where a parameter has its name: it is what the run found.
  const names = [...new Set(["key", ...parameterNames, ...scrapNames])];
  return {
    columns: names,
    length: rows.length,
    rows: () =>
      rows.map((row) => {
        const record: Record<string, unknown> = {};
        setMember(record, "key", row.key as unknown);
        for (const name of names.slice(1)) {
          const values = row.scraps.has(name) ? row.scraps : row.parameters;
          if (values.has(name)) setMember(record, name, values.get(name));
        }
        return record;
      }),
  };
}

function scrapValues(
  notebook: Notebook,
  columns: readonly string[] | undefined,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const name of columns ?? notebook.scraps.keys()) {
    const result = notebook.scraps.get(name)?.tryData();
    if (result?.ok !== true || result.value === undefined) continue;
    if (columns !== undefined || isScalar(result.value)) values.set(name, result.value);
  }
  return values;
}

/** Whether a value fits a table's cell: no object, no array. */
function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object";
}
