import type { Notebook } from "../notebook/notebook.ts";
import { createTable, type Table } from "../scrap/table.ts";

/** The notebooks' tables one below the other, each row with its notebook's key. SPEC §14. */
export function keyedTable(
  notebooks: ReadonlyMap<string, Notebook>,
  columns: readonly string[],
  tableOf: (notebook: Notebook) => Table,
): Table {
  const rows = [...notebooks].flatMap(([key, notebook]) =>
    Array.from(tableOf(notebook), (row) => ({ ...row, key })),
  );
  return createTable([...columns, "key"], rows);
}
