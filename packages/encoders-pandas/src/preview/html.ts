import { checkOptions } from "@scrapbook/core/internal";
import { checkFrame, type DataFrame } from "../frame/data-frame.ts";
import { type Excerpt, excerptOf, type PreviewOptions, previewRules } from "./excerpt.ts";

/**
 * The frame as the HTML table that `DataFrame.to_html()` makes, which Jupyter shows: class
 * `dataframe`, no style of its own. All text is escaped.
 */
export function toHTML(frame: DataFrame, options: PreviewOptions = {}): string {
  checkFrame("toHTML", frame);
  checkOptions("toHTML", options, previewRules);
  const excerpt = excerptOf(frame, options);
  const lines = [
    '<table border="1" class="dataframe">',
    ...indented(head(excerpt)),
    ...indented(body(excerpt)),
    "</table>",
  ];
  if (excerpt.rowGap !== undefined || excerpt.columnGap !== undefined) {
    lines.push(`<p>${excerpt.size.rows} rows × ${excerpt.size.columns} columns</p>`);
  }
  return lines.join("\n");
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const row = (cells: readonly string[], start = "<tr>"): string[] => [
  start,
  ...indented(cells),
  "</tr>",
];

function head(excerpt: Excerpt): string[] {
  const { columns, index, indexNames, levelNames, columnGap } = excerpt;
  const depth = columns[0]?.labels.length ?? 1;
  const before = new Array<string>(Math.max(index.length - 1, 0)).fill(cell("th", ""));
  const rows = Array.from({ length: depth }, (_, level) => {
    const labels = columns.map(({ labels: all }) => all[level] ?? "");
    const spans = depth === 1 ? labels.map((text) => ({ text, size: 1 })) : spansOf(columns, level);
    const cells = spans.map(({ text, size }) =>
      cell("th", text, size > 1 ? ` colspan="${size}" halign="left"` : ""),
    );
    return row(
      [
        ...before,
        cell("th", levelNames?.[level] ?? ""),
        ...withGap(cells, depth === 1 ? columnGap : undefined),
      ],
      depth === 1 ? '<tr style="text-align: right;">' : "<tr>",
    );
  });
  const empty = columns.length + (columnGap === undefined ? 0 : 1);
  const names = indexNames?.map((name) => cell("th", name));
  const nameRow = names && row([...names, ...new Array<string>(empty).fill(cell("th", ""))]);
  return ["<thead>", ...indented([...rows.flat(), ...(nameRow ?? [])]), "</thead>"];
}

/** Columns side by side that have the same labels down to `level`. */
function spansOf(columns: Excerpt["columns"], level: number): { text: string; size: number }[] {
  const spans: { text: string; size: number }[] = [];
  for (const [i, { labels }] of columns.entries()) {
    const previous = columns[i - 1]?.labels;
    const isLast = level === labels.length - 1;
    const repeats =
      !isLast &&
      previous !== undefined &&
      labels.slice(0, level + 1).every((label, at) => label === previous[at]);
    const span = spans.at(-1);
    if (repeats && span !== undefined) span.size++;
    else spans.push({ text: labels[level] ?? "", size: 1 });
  }
  return spans;
}

function body({ index, columns, rowGap, columnGap }: Excerpt): string[] {
  const length = index[0]?.length ?? 0;
  const gapWidth = index.length + columns.length + (columnGap === undefined ? 0 : 1);
  const rows = Array.from({ length }, (_, i) => {
    const labels = index.flatMap((level, at) =>
      indexCell(level, i, at === index.length - 1, rowGap),
    );
    const cells = columns.map(({ texts }) => cell("td", texts[i] ?? ""));
    const dots = Array.from({ length: gapWidth }, (_, at) =>
      cell(at < index.length ? "th" : "td", "..."),
    );
    const line = row([...labels, ...withGap(cells, columnGap, "td")]);
    return i === rowGap ? [...row(dots), ...line] : line;
  });
  return ["<tbody>", ...indented(rows.flat()), "</tbody>"];
}

/** A label that later rows repeat stands over them all. */
function indexCell(
  level: readonly string[],
  at: number,
  isLast: boolean,
  rowGap: number | undefined,
): string[] {
  const text = level[at] ?? "";
  if (isLast) return [cell("th", text)];
  const isRepeated = text === "" && at > 0 && at !== rowGap;
  if (isRepeated) return [];
  let size = 1;
  while (at + size < level.length && level[at + size] === "" && at + size !== rowGap) size++;
  return [cell("th", text, size > 1 ? ` rowspan="${size}" valign="top"` : "")];
}

const withGap = (cells: readonly string[], gap: number | undefined, tag = "th"): string[] =>
  gap === undefined ? [...cells] : [...cells.slice(0, gap), cell(tag, "..."), ...cells.slice(gap)];

function cell(tag: string, text: string, attributes = ""): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .trim()
    .replaceAll("  ", "&nbsp;&nbsp;");
  return `<${tag}${attributes}>${escaped}</${tag}>`;
}
