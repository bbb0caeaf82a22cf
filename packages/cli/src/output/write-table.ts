import { extname } from "node:path";
import type { Terminal } from "../terminal.ts";
import { painter } from "../text/paint.ts";
import { csvText } from "./csv.ts";
import { htmlText } from "./html.ts";
import { jsonText } from "./json-text.ts";
import { markdownText } from "./markdown.ts";
import type { Cell, Rows } from "./rows.ts";
import { tableText } from "./table.ts";

export const tableFormats = ["table", "csv", "json", "md", "html", "parquet", "arrow"] as const;
export type TableFormat = (typeof tableFormats)[number];

const byExtension: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".json": "json",
  ".md": "md",
  ".html": "html",
  ".parquet": "parquet",
  ".arrow": "arrow",
  ".feather": "arrow",
};

interface WriteOptions {
  readonly format?: TableFormat | undefined;
  readonly output?: string | undefined;
  readonly precision?: number | undefined;
}

/** A table in the format that is asked for, or that the file's extension says. */
export async function writeTable(
  table: Rows,
  { format, output, precision }: WriteOptions,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  const chosen = format ?? byExtension[extname(output ?? "").toLowerCase()] ?? "table";
  switch (chosen) {
    case "csv":
      return csvText(table);
    case "json":
      return recordsJson(table);
    case "parquet":
    case "arrow":
      return frameBytes(table, chosen);
    default: {
      const rounded = precision === undefined ? table : round(table, precision);
      if (chosen === "md") return markdownText(rounded);
      if (chosen === "html") return htmlText(rounded);
      const width = terminal.isOutTerminal && output === undefined ? terminal.width : undefined;
      const paint = painter(terminal.colours && output === undefined);
      return tableText({ ...rounded, ...spared(rounded) }, width, paint);
    }
  }
}

/** Where there is no room for all columns the last ones go; the first says which notebook it is. */
const spared = ({ columns }: Rows): Pick<Rows, "spare" | "note"> => ({
  spare: columns.slice(1).reverse(),
  note: "Choose with -c, or write a file with -o.",
});

/** For reading only: files for other programs keep every digit. */
function round(table: Rows, precision: number): Rows {
  const rounded = (cell: Cell): Cell =>
    typeof cell === "number" && Number.isFinite(cell) && !Number.isInteger(cell)
      ? cell.toFixed(precision)
      : cell;
  return { ...table, rows: table.rows.map((row) => row.map(rounded)) };
}

/** An array of objects; what is not there is left out, NaN and the infinities are `null`. */
function recordsJson({ columns, rows }: Rows): string {
  const records = rows.map((row) =>
    Object.fromEntries(
      columns.flatMap((name, index) => (row[index] === undefined ? [] : [[name, row[index]]])),
    ),
  );
  return `${jsonText(records, { indent: 2 })}\n`;
}

async function frameBytes({ columns, rows }: Rows, kind: "parquet" | "arrow"): Promise<Uint8Array> {
  const { createDataFrame, loadPandas } = await import("../scrap/load-pandas.ts");
  await loadPandas();
  const frame = createDataFrame({
    columns: columns.map((name, index) => [name, rows.map((row) => row[index] ?? null)] as const),
  });
  if (kind === "parquet")
    return (await import("@scrapbook/encoders-pandas/parquet")).toParquet(frame);
  return (await import("@scrapbook/encoders-pandas/arrow")).toIPC(frame);
}
