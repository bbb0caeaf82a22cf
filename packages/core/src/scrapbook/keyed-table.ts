import type { Notebook } from "../notebook/notebook.ts";
import type { Table } from "../table.ts";

/** The notebooks' tables one below the other, each row with its notebook's key. SPEC §14. */
export function keyedTable(
  notebooks: ReadonlyMap<string, Notebook>,
  columns: readonly string[],
  tableOf: (notebook: Notebook) => Table,
): Table {
  const tables = [...notebooks].map(([key, notebook]) => ({ key, table: tableOf(notebook) }));
  return {
    columns: [...columns, "key"],
    length: tables.reduce((sum, { table }) => sum + table.length, 0),
    rows: () => tables.flatMap(({ key, table }) => table.rows().map((row) => ({ ...row, key }))),
  };
}
