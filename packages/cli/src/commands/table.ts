import { ScrapbookError } from "@scrapbook/core";
import { deliver } from "../output/deliver.ts";
import { type TableFormat, tableFormats, writeTable } from "../output/write-table.ts";
import { type ReadingOptions, readAll, readingOptions } from "../reading.ts";
import { wideRows } from "../scrap/wide-rows.ts";
import { nameList } from "../text/name-list.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface TableOptions extends ReadingOptions {
  readonly columns?: readonly string[];
  readonly params?: boolean;
  readonly run?: boolean;
  readonly flatten?: boolean;
  readonly onlyDiffering?: boolean;
  readonly sort?: string;
  readonly precision?: number;
  readonly format?: TableFormat;
  readonly output?: string;
}

/** One row per notebook, one column per scrap. */
export const table: Verb = defineVerb<TableOptions>({
  arguments: [
    { name: "<path...>", help: "files, folders, globs, addresses, or - for standard input" },
  ],
  options: [
    {
      flags: "-c, --columns <names>",
      help: "these scraps, with commas between. Default: all scalars",
      parse: nameList,
    },
    { flags: "-p, --params", help: "papermill's parameters too" },
    { flags: "--run", help: "status and duration of the run too" },
    { flags: "--flatten", help: "a column for each member of a JSON object: score.mean" },
    { flags: "--only-differing", help: "only columns whose values differ" },
    {
      flags: "--sort <column>",
      help: "order of the rows; a minus in front turns it round: -distance",
    },
    {
      flags: "--precision <digits>",
      help: "digits after the point of other than whole numbers, for reading",
      parse: digits,
    },
    {
      flags: "-f, --format <format>",
      help: "Default: a table for reading, or what the file's extension says",
      choices: tableFormats,
    },
    { flags: "-o, --output <file>", help: "write a file: table.csv, table.parquet" },
    ...readingOptions,
  ],
  description:
    "A scrap that a notebook does not have is an empty cell; a column that no notebook has is an error.",
  examples: [
    { line: "table tickers", help: "all scalar scraps of a folder" },
    {
      line: "table tickers -c symbol,distance --sort -distance",
      help: "two columns, the largest first",
    },
    {
      line: "table 'out/**/*.ipynb' --params -o runs.csv",
      help: "parameters and results, for a spreadsheet",
    },
  ],
  run,
});

async function run({ args, options, terminal }: Call<TableOptions>) {
  const { book, finish } = await readAll(args, options, terminal);
  const rows = wideRows(book, options);
  await deliver(await writeTable(rows, options, terminal), options.output, terminal);
  return finish();
}

function digits(text: string): number {
  if (/^(\d|1\d|20)$/.test(text)) return Number(text);
  throw new ScrapbookError("usage-argument", {
    what: "The precision is a number of digits",
    got: JSON.stringify(text.slice(0, 80)),
    expected: "0 to 20",
  });
}
