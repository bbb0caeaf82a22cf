import { expect, test } from "vitest";
import { columnNames, firstRows, isTable, tableSize } from "./table.ts";

const make = (length: number) => {
  const made = { rows: 0 };
  const table = {
    columns: ["a"],
    length,
    rows: () => {
      made.rows += length;
      return Array.from({ length }, (_, a) => ({ a }));
    },
  };
  return { table, made };
};

test.each([
  [null],
  [1],
  ["x"],
  [[]],
  [{ columns: [], length: 0 }],
  [{ columns: 1, length: 0, rows: () => [] }],
])("%j is no table", (value) => {
  expect(isTable(value)).toBe(false);
});

test("the first rows of a table are its first", () => {
  expect(firstRows(make(5).table, 2)).toEqual([{ a: 0 }, { a: 1 }]);
});

test("a table with a head makes no other rows", () => {
  const { table, made } = make(1_000_000);
  const withHead = { ...table, head: (rows: number) => make(rows).table };
  expect(firstRows(withHead, 3)).toHaveLength(3);
  expect(made.rows).toBe(0);
});

test("one row and one column are told in the singular", () => {
  expect(tableSize({ columns: ["a"], length: 1, rows: () => [] })).toBe("1 row × 1 column");
});

test("cells are found by a frame's keys, or by the labels as strings", () => {
  const table = { columns: [["a", 1], 2], length: 0, rows: () => [] };
  expect(columnNames(table)).toEqual(["a,1", "2"]);
  expect(columnNames({ ...table, keys: ["('a', 1)", "2"] } as typeof table)).toEqual([
    "('a', 1)",
    "2",
  ]);
});
