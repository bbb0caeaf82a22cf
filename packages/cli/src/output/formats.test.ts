import { expect, test } from "vitest";
import { painter } from "../text/paint.ts";
import { csvText } from "./csv.ts";
import { htmlText } from "./html.ts";
import { markdownText } from "./markdown.ts";
import { tableText } from "./table.ts";

const plain = painter(false);
const table = {
  columns: ["key", "value"],
  numeric: new Set(["value"]),
  rows: [
    ["AAA", 0.5],
    ["日本", undefined],
    ["c", 12n],
  ],
};

test("a table has its columns side by side, numbers at the right", () => {
  expect(tableText(table, undefined, plain)).toBe("key   value\nAAA     0.5\n日本\nc        12\n");
});

test("a table that is too wide is cut where it is widest", () => {
  const wide = { columns: ["a", "b"], rows: [["short", "x".repeat(50)]] };
  const [, line = ""] = tableText(wide, 20, plain).split("\n");
  expect(line).toBe(`short  ${"x".repeat(12)}…`);
  expect(line).toHaveLength(20);
});

test("CSV has quotes where it needs them", () => {
  const rows = [
    ['a "quote"', "line\nend"],
    [" space", ","],
    [null, undefined],
  ];
  expect(csvText({ columns: ["a", "b"], rows })).toBe(
    'a,b\n"a ""quote""","line\nend"\n" space",","\nnull,\n',
  );
});

test.each(["=cmd()", "+1+2", "-1+2", "@SUM(A1)", "\t=1"])(
  "the text %j is no formula in CSV",
  (text) => {
    expect(csvText({ columns: ["a"], rows: [[text]] })).toContain(`'${text}`);
  },
);

test("a negative number stays a number in CSV", () => {
  expect(csvText({ columns: ["a"], rows: [[-1.5], [-0]] })).toBe("a\n-1.5\n-0\n");
});

test.each(["a|b", "<script>", "**bold**", "[x](javascript:1)", "`code`", "a\nb", "# head"])(
  "the text %j is no markup in Markdown",
  (text) => {
    const [, , row = ""] = markdownText({ columns: ["a"], rows: [[text]] }).split("\n");
    expect(row.replace(/\\./g, "")).not.toMatch(/[<>*`[\]#]|\w\|/);
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(2);
  },
);

test("text is text in HTML", () => {
  const html = htmlText({ columns: ["<b>"], rows: [["<img src=x onerror=alert(1)>\"'&"]] });
  expect(html).toContain("<th>&lt;b&gt;</th>");
  expect(html).toContain("<td>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;</td>");
});
