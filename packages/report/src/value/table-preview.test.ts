import { ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { plainTable } from "../../test/plain-table.ts";
import { renderTablePreview } from "./table-preview.ts";

const table = plainTable({
  columns: ["n", "<b>", 3],
  length: 2,
  rows: () => [
    { n: 1.25, "<b>": "<i>", 3: ["x"] },
    { n: 10.5, "<b>": null, 3: undefined },
  ],
});

test("a table shows its size, its columns and its rows", () => {
  const markup = `${renderTablePreview(table, "t of nb")}`;
  expect(markup).toContain("<caption>2 rows × 3 columns</caption>");
  expect(markup).toContain(
    '<th scope="col" class="number"><bdi>n</bdi></th><th scope="col"><bdi>&lt;b&gt;</bdi></th>',
  );
  expect(markup).toContain("<td>&lt;i&gt;</td><td><code>[&quot;x&quot;]</code></td></tr>");
  expect(markup).toContain(
    '<td class="number" style="--places:1">10.5</td><td></td><td></td></tr>',
  );
});

test("a large table shows its first rows and columns", () => {
  const columns = Array.from({ length: 40 }, (_, i) => `c${i}`);
  const rows = () => Array.from({ length: 12 }, (_, i) => ({ c0: i }));
  const markup = `${renderTablePreview(plainTable({ columns, length: 1_234, rows }), "t")}`;
  expect(markup).toContain("1,234 rows × 40 columns, the first 10 rows, the first 30 columns");
  expect(markup.match(/<tr>/g)).toHaveLength(11);
  expect(markup.match(/<th /g)).toHaveLength(30);
});

test.each([
  new ScrapbookError("encoder-decode-failed", { what: "The pages are broken" }),
  new RangeError("The pages are broken"),
])("a table that cannot be read is an error in its place: %s", (error) => {
  const broken = {
    ...table,
    rows: () => {
      throw error;
    },
  };
  const markup = `${renderTablePreview(broken, "t")}`;
  expect(markup).toContain("encoder-decode-failed");
  expect(markup).toContain("The pages are broken");
});
