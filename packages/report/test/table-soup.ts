import fc from "fast-check";

/** Pieces of HTML, well-formed and not, that a table may be thrown together from. */
const pieces = [
  ..."table thead tbody tfoot tr td th caption colgroup div p b i em strong span code"
    .split(" ")
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
  "<br>",
  "<col>",
  "<col span=2>",
  "<TD COLSPAN='2'>",
  '<td rowspan="3" class="x">',
  '<td colspan="99999">',
  '<th scope="row" style="text-align: right;">',
  "<td style='background:url(x)'>",
  '<td onclick="alert(1)">',
  '<td title="</td><script>">',
  '<table border="1" class="dataframe">',
  "<style scoped>.dataframe td {color: red}</style>",
  "<style>@import 'x'</style>",
  "<style><a id='</style><img src=x onerror=alert(1)>'>",
  "<script>alert(1)</script>",
  "<svg><style>",
  "<math><mtext>",
  "<img src=x onerror=alert(1)>",
  "<a href='javascript:alert(1)'>",
  "<!-- x -->",
  "<!-->",
  "<![CDATA[x]]>",
  "<?x?>",
  "</",
  "<",
  ">",
  "&",
  "&lt;",
  "&lt",
  "&#60;img src=x onerror=alert(1)&#62;",
  "&#x3c;script&#x3e;",
  "&#0;",
  "&notit;",
  '"',
  "'",
  "`",
  "=",
  "\0",
  "\ufffd",
  "\u202e",
  " ",
  "\n",
  "text",
  "1.5",
];

/** What a table is when it is in order: so that enough soups are accepted to prove something. */
const grid = fc
  .array(
    fc.array(fc.constantFrom("1", "a &amp; b", "<b>x</b>", "-2.5", "<br>", "&nbsp;", ""), {
      maxLength: 3,
    }),
    { maxLength: 3 },
  )
  .map(
    (rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
  );

/** Token soups: random pieces, and tables in order with a piece put in somewhere. */
export const tableSoup: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), grid), { maxLength: 12 })
    .map((all) => all.join("")),
  fc
    .tuple(grid, fc.constantFrom(...pieces), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([table, piece, place]) => {
      const at = Math.floor(place * table.length);
      return table.slice(0, at) + piece + table.slice(at);
    }),
);
