import { describe, expect, test } from "vitest";
import { createDataFrame } from "./encode/create-frame.ts";
import { floatTexts } from "./preview/float-texts.ts";
import { toHTML, toText } from "./preview.ts";
import { frameOf } from "./testing/payload.ts";

const lines = (...text: string[]) => text.join("\n");

describe("text", () => {
  test("is what pandas prints", () => {
    expect(toText(frameOf("pandas3-multiindex-rows"))).toBe(
      lines(
        "            x",
        "letter       ",
        "a      1  0.5",
        "       2  1.5",
        "b      1  2.5",
        "       2  3.5",
      ),
    );
    expect(toText(frameOf("pandas3-nullable-floats"))).toBe(
      lines(
        "   Float64  Float32",
        "0      0.1     <NA>",
        "1     <NA>      0.5",
        "2     <NA>     -0.0",
      ),
    );
    expect(toText(frameOf("pandas3-empty-rows"))).toBe(
      lines("Empty DataFrame", "Columns: [i, s, t]", "Index: []"),
    );
  });

  test("of a frame too large shows its corners, and its size", () => {
    const columns = Array.from(
      { length: 6 },
      (_, i) => [`c${i}`, Float64Array.from({ length: 9 }, () => i)] as const,
    );
    const frame = createDataFrame({ columns });
    expect(toText(frame, { maxRows: 4, maxColumns: 4 })).toBe(
      lines(
        "     c0   c1  ...   c4   c5",
        "0   0.0  1.0  ...  4.0  5.0",
        "1   0.0  1.0  ...  4.0  5.0",
        "..  ...  ...  ...  ...  ...",
        "7   0.0  1.0  ...  4.0  5.0",
        "8   0.0  1.0  ...  4.0  5.0",
        "",
        "[9 rows x 6 columns]",
      ),
    );
  });
});

describe("HTML", () => {
  test("escapes what a notebook brings along", () => {
    const frame = createDataFrame({
      columns: { "<script>": ["<img onerror=x>&", '"'] },
      index: { values: ["<b>", "c"], name: "<i>" },
      columnLevels: [{ name: "<u>" }],
    });
    const html = toHTML(frame);
    expect(html).not.toMatch(/<(script|img|b|i|u)>/);
    expect(html).toContain("<td>&lt;img onerror=x&gt;&amp;</td>");
  });

  test("spans the labels that repeat", () => {
    const html = toHTML(frameOf("pandas3-multiindex-columns"));
    expect(html).toContain('<th colspan="2" halign="left">A</th>');
    expect(toHTML(frameOf("pandas3-multiindex-rows"))).toContain(
      '<th rowspan="2" valign="top">a</th>',
    );
  });
});

describe("floats", () => {
  test.each<[readonly number[], readonly string[]]>([
    [
      [1 / 128, 3 / 128],
      [" 0.007812", " 0.023438"],
    ],
    [
      [1e6, 1.5],
      [" 1000000.0", "       1.5".trimStart().padStart(4)],
    ],
    [
      [1e-7, 1],
      [" 1.000000e-07", " 1.000000e+00"],
    ],
    [
      [123_456_789.123, 0.1],
      [" 1.234568e+08", " 1.000000e-01"],
    ],
    [[2 ** 60], [" 1.152922e+18"]],
    [
      [Number.NaN, -0, Number.NEGATIVE_INFINITY],
      ["NaN", "-0.0", "-inf"],
    ],
  ])("%j look as pandas shows them", (values, texts) => {
    expect(floatTexts(values, "NaN")).toEqual(texts);
  });
});
