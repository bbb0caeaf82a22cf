import { type Scrapbook, ScrapbookError } from "@scrapbook/core";
import { openFile } from "../open-file.ts";
import { deliver } from "../output/deliver.ts";
import { reportMarkdown } from "../output/report-markdown.ts";
import { type ReadingOptions, readAll, readingOptions } from "../reading.ts";
import { nameList } from "../text/name-list.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface ReportVerbOptions extends ReadingOptions {
  readonly output?: string;
  readonly open?: boolean;
  readonly format?: "html" | "md";
  readonly title?: string;
  readonly columns?: readonly string[];
  readonly includeData?: boolean;
}

/** Makes one page of many notebooks. */
export const report: Verb = defineVerb<ReportVerbOptions>({
  arguments: [
    { name: "<path...>", help: "files, folders, globs, addresses, or - for standard input" },
  ],
  options: [
    { flags: "-o, --output <file>", help: "the file to write. Default: standard output" },
    { flags: "--open", help: "show it when it is written" },
    {
      flags: "-f, --format <format>",
      help: "html is one self-contained page; md is what Python's scraps_report shows",
      choices: ["html", "md"],
    },
    { flags: "--title <text>", help: "the page's title" },
    {
      flags: "-c, --columns <names>",
      help: "the overview's columns, with commas between. Default: all scalars",
      parse: nameList,
    },
    { flags: "--include-data", help: "with md: values too, not only what is shown" },
    ...readingOptions,
  ],
  description:
    "An overview with a row for each notebook, then what each shows. The page needs no server, and trusts none of the notebooks.",
  examples: [
    { line: "report tickers -o report.html --open", help: "look at last night's results" },
    { line: "report out -r --columns auc,loss -o report.html", help: "some columns of many runs" },
    { line: "report tickers --format md", help: "Markdown, for a comment or a summary" },
  ],
  run,
});

async function run({ args, options, terminal }: Call<ReportVerbOptions>) {
  if (options.open === true && options.output === undefined) {
    throw new ScrapbookError("usage-argument", {
      what: "--open shows a file",
      got: "no --output",
      hint: "Name one: -o report.html.",
    });
  }
  const { book, finish } = await readAll(args, options, terminal);
  await deliver(await render(book, options), options.output, terminal);
  if (options.open === true && options.output !== undefined)
    await openFile(options.output, terminal);
  return finish();
}

async function render(book: Scrapbook, options: ReportVerbOptions): Promise<string> {
  if (options.format === "md") return reportMarkdown(book, options.includeData === true);
  const { renderReport } = await import("@scrapbook/report");
  return renderReport(book, { title: options.title, columns: options.columns });
}
