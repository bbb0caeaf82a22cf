import { expect, test } from "vitest";
import { createDataFrame } from "../encode/create-frame.ts";
import { StoredSeries } from "../frame/series.ts";
import { unifyDictionaries } from "./dictionary.ts";
import type { ArrowColumn, ArrowTable } from "./vector.ts";

/** A column of categories, with those that are named. */
function column(values: readonly (string | null)[], categories: readonly string[]): ArrowColumn {
  const { table } = createDataFrame({ columns: { c: values }, dtypes: { c: { categories } } });
  return table.children[0] as ArrowColumn;
}

/** A table whose row groups are these. */
function tableOf(...groups: readonly ArrowColumn[]): ArrowTable {
  const [first] = groups as readonly [ArrowColumn];
  const { schema } = createDataFrame({ columns: { c: ["a"] }, dtypes: { c: "category" } }).table;
  const fields = schema.fields.map((field) => ({ ...field, type: first.type }));
  const data = groups.flatMap((group) => group.data);
  return { schema: { ...schema, fields }, children: [{ type: first.type, data }] };
}

const cells = (table: ArrowTable) =>
  new StoredSeries("c", "category", table.children[0] as ArrowColumn);

test("row groups that have the same words share one dictionary", () => {
  const group = () => column(["b", null, "a"], ["a", "b"]);
  const table = unifyDictionaries(tableOf(group(), group()));
  const [first, second] = table.children[0]?.data ?? [];
  expect(first?.dictionary).toBe(second?.dictionary);
  expect(first?.values).toBeInstanceOf(Int8Array);
  expect(cells(table).toArray()).toEqual(["b", null, "a", "b", null, "a"]);
});

test("row groups that have other words get those of all, in order", () => {
  const groups = [column(["b", null], ["a", "b"]), column(["c", "a"], ["c", "a"])];
  const table = unifyDictionaries(tableOf(...groups));
  expect(cells(table).toArray()).toEqual(["b", null, "c", "a"]);
  expect(cells(table).toValues()).toMatchObject({
    values: Int32Array.of(1, -1, 2, 0),
    categories: ["a", "b", "c"],
  });
  expect(table.schema.fields[0]?.type).toBe(table.children[0]?.type);
});
