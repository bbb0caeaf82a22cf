import { expect, test } from "vitest";
import { toCSV } from "./csv.ts";
import { createDataFrame } from "./encode/create-frame.ts";
import { frameOf } from "./testing/payload.ts";

const frame = createDataFrame({
  columns: { s: ["a,b", 'say "hi"', null, "two\nlines"], x: [1.5, null, -0, 1e16] },
  index: { values: [1n, 2n, 3n, 4n], name: "n" },
});

test("text is in quotes where it must be", () => {
  expect(toCSV(frame)).toBe('n,s,x\n1,"a,b",1.5\n2,"say ""hi""",\n3,,-0.0\n4,"two\nlines",1e+16\n');
});

test("index, header, separator, line ends and missing values are options", () => {
  const options = { index: false, header: false, separator: ";", missing: "NA", lineEnd: "\r\n" };
  expect(toCSV(frame, options)).toBe(
    'a,b;1.5\r\n"say ""hi""";NA\r\nNA;-0.0\r\n"two\nlines";1e+16\r\n',
  );
});

test("a line of one empty text is not empty", () => {
  expect(toCSV(createDataFrame([{ a: null }, { a: "x" }]), { index: false })).toBe('a\n""\nx\n');
});

test("columns of several levels have a line each", () => {
  expect(toCSV(frameOf("pandas3-multiindex-columns"))).toBe(
    "top,A,A,\"B, ('\"\n,x,it's,\n0,1,2,3\n1,4,5,6\n",
  );
});
