import type { Table } from "@scrapbook/core";

/** A table of no class, and no more than a table must be. */
export function plainTable<T extends Pick<Table, "columns" | "length" | "rows">>(
  table: T,
): T & Table {
  return { ...table, [Symbol.iterator]: () => table.rows()[Symbol.iterator]() };
}
