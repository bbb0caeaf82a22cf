import fc from "fast-check";
import { expect, test } from "vitest";
import { growth, linear } from "../../test/growth.ts";
import { tableSoup } from "../../test/table-soup.ts";
import { elementRules } from "./element.ts";
import { renderTableHtml } from "./table-html.ts";

const render = (markup: string) => renderTableHtml(markup)?.toString();

const pandas = `<div>
<style scoped>
    .dataframe tbody tr th:only-of-type {
        vertical-align: middle;
    }
</style>
<table border="1" class="dataframe">
  <thead>
    <tr style="text-align: right;">
      <th></th>
      <th>close</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <th>2025-11-20</th>
      <td>78.02</td>
    </tr>
  </tbody>
</table>
<p>3 rows × 2 columns</p>
</div>`;

test("a table of pandas stands inline, without its style", () => {
  expect(render(pandas)).toBe(
    '<div>\n\n<table><thead><tr class="to-right"><th scope="col"></th><th scope="col">close</th></tr></thead>' +
      '<tbody><tr><th scope="row">2025-11-20</th><td class="number">78.02</td></tr></tbody></table>\n<p>3 rows × 2 columns</p>\n</div>',
  );
});

test("so does one of Polars", () => {
  const polars =
    '<div><style>\n.dataframe > thead > tr,\n.dataframe > tbody > tr {\n  text-align: right;\n}\n</style>\n<small>shape: (1, 1)</small><table border="1" class="dataframe"><thead><tr><th>a</th></tr><tr><td>i64</td></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>';
  expect(render(polars)).toContain("<small>shape: (1, 1)</small><table><thead>");
});

test("cells keep their spans, and their text is escaped anew", () => {
  expect(render('<table><tr><td colspan=2 rowspan="3">a&lt;b&#62;"</td></tr></table>')).toBe(
    '<table><tr><td colspan="2" rowspan="3">a&lt;b&gt;&quot;</td></tr></table>',
  );
});

test.each(["1", "-2.5", "1,234.5", "1e-05", "12 %", "NaN", "\u22121", ".5"])(
  "%s is a number",
  (text) => {
    expect(render(`<table><tr><td>${text}</td></tr></table>`)).toContain('<td class="number">');
  },
);

test.each(["2025-11-20", "1 2", "v1", "", "1<br>2", "1".repeat(61)])("%j is none", (text) => {
  expect(render(`<table><tr><th>x</th><td>${text}</td></tr></table>`)).not.toContain("number");
});

test.each([
  ["nothing", ""],
  ["white space", " \n"],
  ["a table without text", "<div><table><tr><td> </td></tr></table></div>"],
  ["a script", "<table><tr><td>x</td></tr></table><script>x</script>"],
  ["an unknown element", "<table><tr><td><blink>x</blink></td></tr></table>"],
  ["a picture", "<table><tr><td>x<img></td></tr></table>"],
  ["a link", '<table><tr><td><a href="https://example.org">x</a></td></tr></table>'],
  ["svg", "<svg><desc><table><tr><td>x</td></tr></table></desc></svg>"],
  ["text in a table", "<table>x</table>"],
  ["text in a row", "<table><tr>x</tr></table>"],
  ["a cell outside a row", "<table><td>x</td></table>"],
  ["a row outside a table", "<tr><td>x</td></tr>"],
  ["elements that cross", "<b><i>x</b></i>"],
  ["an element that is not closed", "<table><tr><td>x"],
  ["an end tag too many", "<table><tr><td>x</td></tr></table></div>"],
  ["a table in a paragraph", "<p><table><tr><td>x</td></tr></table></p>"],
  ["a block in inline text", "<b><div>x</div></b>"],
  ["an end tag of an empty element", "x<br></br>"],
  ["a style of its own", "<style>td{color:red}</style><table><tr><td>x</td></tr></table>"],
  ["a style in a cell", "<table><tr><td>x<style scoped></style></td></tr></table>"],
  ["an event handler", "<table onclick='x'><tr><td>x</td></tr></table>"],
  ["a template", "<template><table><tr><td>x</td></tr></table></template>"],
  ["a select", "<select><table><tr><td>x</td></tr></table></select>"],
  ["a form", "<form><table><tr><td>x</td></tr></table></form>"],
  ["deep nesting", `${"<div>".repeat(40)}x${"</div>".repeat(40)}`],
])("refuses %s", (_what, markup) => {
  expect(render(markup)).toBeUndefined();
});

test("what is let in holds nothing but the allow-list, whatever is thrown together", () => {
  fc.assert(
    fc.property(tableSoup, (soup) => {
      const markup = render(soup);
      if (markup !== undefined) expect(foreign(markup)).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

test("what was let in once is let in again, unchanged", () => {
  fc.assert(
    fc.property(tableSoup, (soup) => {
      const markup = render(soup);
      // Classes are dropped when they come in, and given again.
      if (markup !== undefined && !/ class="to-/.test(markup)) expect(render(markup)).toBe(markup);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ["cells", (n: number) => `<table>${"<tr><td>1</td></tr>".repeat(n / 20)}</table>`],
  ["a cell's white space", (n: number) => `<table><tr><td>${"1".padEnd(n)}x</td></tr></table>`],
])("a megabyte of %s takes linear time", (_what, make) => {
  expect(growth((n) => render(make(n)), 125_000)).toBeLessThan(linear);
});

/** Everything in markup between < and > that no rule of the allow-list writes. */
function foreign(markup: string): string[] {
  const pieces = markup.split(/(<[^<>]*>)/);
  return pieces.filter((piece, i) => {
    if (i % 2 === 0) return /[<>"']/.test(piece);
    const [, name = "", attributes = ""] =
      /^<\/?([a-z]+)((?: (?:class|colspan|rowspan|span|scope)="[a-z0-9-]+")*)>$/.exec(piece) ?? [];
    return !elementRules.has(name) || (piece.startsWith("</") && attributes !== "");
  });
}
