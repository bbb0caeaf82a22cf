import { createDataFrame } from "@scrapbook/encoders-pandas";
import { expect, test } from "vitest";
import { frameLike } from "./frame-like.ts";

const prices = createDataFrame({
  columns: { close: [1.5, 2], volume: [10, 20] },
  dtypes: { volume: "int32" },
  index: { name: "day", values: ["2024-01-02", "2024-01-03"], dtype: "datetime64[ns]" },
});
const like = (csv: string, needsIndex = false) =>
  frameLike(prices, Buffer.from(csv), { needsIndex });

test("a column that fits its dtype no more gets one of CSV's, and that is said", () => {
  const { frame, notes } = like("day,close,volume\n2024-01-02,1.5,many\n2024-01-03,2,20\n");
  expect(frame.dtypes).toEqual({ close: "float64", volume: "str" });
  expect(notes).toEqual(["the column volume was int32 and is str now"]);
});

test("columns may come, go and change places beside the index", () => {
  const { frame, notes } = like("day,volume,open\n2024-01-03,20,1\n2024-01-02,10,\n");
  expect(frame.dtypes).toEqual({ volume: "int32", open: "float64" });
  expect(frame.index.toArray()).toEqual(["2024-01-03T00:00:00", "2024-01-02T00:00:00"]);
  expect(notes).toEqual([]);
});

test("a CSV without the index counts rows from 0 and says so, or is refused", () => {
  const { frame, notes } = like("close,volume\n1.5,10\n");
  expect(frame.index.kind).toBe("range");
  expect(notes).toEqual(["the index day is gone: the CSV does not begin with it"]);
  expect(() => like("close,volume\n1.5,10\n", true)).toThrow(/does not begin with the index/);
});

test("a label that does not fit the index is refused", () => {
  expect(() => like("day,close,volume\n2024-13-45,1.5,10\n")).toThrow(/"2024-13-45"/);
});

test("rows that look alike keep what they were when another row goes", () => {
  const words = createDataFrame({ columns: { n: [1, 2, 3], text: ["a", "", null] } });
  const { frame } = frameLike(words, Buffer.from("n,text\n2.0,\n3.0,\n"));
  expect(frame.column("text").toArray()).toEqual(["", null]);
});
