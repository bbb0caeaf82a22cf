import { type Listed, listing, listingRow } from "../output/listing.ts";
import { type ListedScrap, scrapLine } from "../output/scrap-line.ts";
import { openReading, type ReadingOptions, readingOptions } from "../reading.ts";
import { bytesOf } from "../scrap/byte-size.ts";
import { type FilterOptions, filterOptions, scrapFilter } from "../scrap/scrap-filter.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface LsOptions extends ReadingOptions, FilterOptions {
  readonly sort?: "notebook" | "name" | "size" | "encoder";
  readonly json?: boolean;
  readonly full?: boolean;
  readonly raw?: boolean;
  readonly allowNan?: boolean;
}

/** Lists what notebooks hold. */
export const ls: Verb = defineVerb<LsOptions>({
  arguments: [
    { name: "<path...>", help: "files, folders, globs, addresses, or - for standard input" },
  ],
  options: [
    ...filterOptions,
    {
      flags: "--sort <by>",
      help: "order of the scraps. Default: as they stand in the notebooks",
      choices: ["notebook", "name", "size", "encoder"],
    },
    { flags: "--json", help: "one line of JSON a scrap, with its value" },
    { flags: "--full", help: "with --json: all rows of DataFrames" },
    {
      flags: "--raw",
      help: "with --json: what is stored, undecoded; for encoders that are not at hand",
    },
    { flags: "--allow-nan", help: "with --json: write NaN and Infinity as Python does, not null" },
    ...readingOptions,
  ],
  description:
    "Notebook, name, encoder, what the value is, how many bytes it takes, whether it is shown, the cell that glued it, and the value's beginning.",
  examples: [
    { line: "ls AAA.ipynb", help: "the scraps of a notebook" },
    { line: "ls tickers --name 'dist*'", help: "some scraps of all notebooks of a folder" },
    { line: "ls 'out/**/*.ipynb' --min-size 1MB --sort size", help: "what makes notebooks large" },
    { line: "ls tickers --json | jq .data", help: "every value, for another program" },
  ],
  run,
});

/** A scrap that is to be sorted, as it will be written: only texts, so that many notebooks need not be held. */
interface Entry {
  readonly order: string | number;
  /** A line of JSON, or a row of the list. */
  readonly shown: string;
}

async function run({ args, options, terminal }: Call<LsOptions>) {
  const isChosen = scrapFilter(options);
  const isJson = options.json === true;
  const isStreamed = isJson && options.sort === undefined;
  const reading = await openReading(args, options, terminal, { codeLines: true, isStreamed });
  const lines: string[] = [];
  const entries: Entry[] = [];
  const tally = { notebooks: 0, empty: 0, failed: 0, encoders: new Map<string, Listed>() };
  for await (const [key, notebook] of reading.notebooks) {
    tally.notebooks++;
    if (notebook.scraps.size === 0) tally.empty++;
    if (notebook.run.status === "failed") tally.failed++;
    for (const scrap of notebook.scraps.values()) {
      if (!isChosen(scrap)) continue;
      const bytes = bytesOf(scrap);
      const listed = { key, notebook, scrap, bytes };
      const shown = isJson ? scrapLine(listed, options, terminal) : listingRow(listed);
      if (isStreamed) await terminal.out(shown);
      else if (options.sort === undefined) lines.push(shown);
      else entries.push({ order: orderOf(listed, options.sort), shown });
      count(tally.encoders, scrap.encoder, bytes);
    }
  }
  entries.sort((one, other) => compare(one.order, other.order));
  for (const { shown } of entries) lines.push(shown);
  for (const piece of isJson ? lines : listing(lines, tally, terminal)) await terminal.out(piece);
  return reading.finish();
}

function count(encoders: Map<string, Listed>, encoder: string, more: number): void {
  const { scraps, bytes } = encoders.get(encoder) ?? { scraps: 0, bytes: 0 };
  encoders.set(encoder, { scraps: scraps + 1, bytes: bytes + more });
}

/** What comes first is least: the largest scrap, or the first name. */
function orderOf(
  { key, scrap, bytes }: ListedScrap,
  by: NonNullable<LsOptions["sort"]>,
): string | number {
  switch (by) {
    case "size":
      return -bytes;
    case "notebook":
      return key;
    default:
      return scrap[by];
  }
}

const compare = (one: string | number, other: string | number) =>
  one < other ? -1 : one > other ? 1 : 0;
