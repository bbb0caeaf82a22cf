import { expect, test } from "vitest";
import { plainTable } from "../../test/plain-table.ts";
import { columnNames, firstRows } from "./table.ts";

const make = (length: number) => {
  const made = { rows: 0 };
  const table = plainTable({
    columns: ["a"],
    length,
    rows: () => {
      made.rows += length;
      return Array.from({ length }, (_, a) => ({ a }));
    },
  });
  return { table, made };
};

test("the first rows of a table are its first", () => {
  expect(firstRows(make(5).table, 2)).toEqual({ rows: [{ a: 0 }, { a: 1 }], levels: [] });
});

test("a table with a head makes no other rows", () => {
  const { table, made } = make(1_000_000);
  const withHead = { ...table, head: (rows: number) => make(rows).table };
  expect(firstRows(withHead, 3).rows).toHaveLength(3);
  expect(made.rows).toBe(0);
});

test("cells are found by a frame's keys, or by the labels as strings", () => {
  const table = plainTable({ columns: [["a", 1], 2], length: 0, rows: () => [] });
  expect(columnNames(table)).toEqual(["a,1", "2"]);
  expect(columnNames({ ...table, keys: ["('a', 1)", "2"] } as typeof table)).toEqual([
    "('a', 1)",
    "2",
  ]);
});

test("an index gives each row its labels, a level each", () => {
  const index = {
    names: ["day", null],
    toArray: () => [
      ["mo", 1],
      ["tu", 2],
    ],
  };
  expect(firstRows({ ...make(2).table, index } as never, 2).levels).toEqual([
    { name: "day", labels: ["mo", "tu"] },
    { name: "", labels: [1, 2] },
  ]);
  const one = { names: ["day"], toArray: () => ["mo", "tu"] };
  expect(firstRows({ ...make(2).table, index: one } as never, 1).levels).toEqual([
    { name: "day", labels: ["mo"] },
  ]);
});
