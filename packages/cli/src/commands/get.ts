import { ScrapbookError } from "@scrapbook/core";
import { exitCode } from "../exit-code.ts";
import { deliver } from "../output/deliver.ts";
import { paramsYaml } from "../output/params.ts";
import { type OneNotebookOptions, oneNotebookOptions, readOne } from "../read-one.ts";
import { chooseForm, formNames } from "../scrap/form.ts";
import { scrapBytes } from "../scrap/scrap-bytes.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface GetOptions extends OneNotebookOptions {
  readonly format?: (typeof formNames)[number];
  readonly mime?: string;
  readonly output?: string;
  readonly asParams?: boolean;
}

/** Takes one scrap out of a notebook, or its scalars as papermill's parameters. */
export const get: Verb = defineVerb<GetOptions>({
  arguments: [
    { name: "<notebook>", help: "a file, the address of one, or - for standard input" },
    { name: "[name]", help: "the scrap's name" },
  ],
  options: [
    {
      flags: "-f, --format <format>",
      help: "how to write it. Default: what fits the scrap and where it goes",
      choices: formNames,
    },
    { flags: "--mime <type>", help: "take this form of what the scrap is shown as: image/png" },
    {
      flags: "-o, --output <file>",
      help: "write a file; its extension chooses the format: chart.png, prices.parquet",
    },
    { flags: "--as-params", help: "all scalar scraps, as YAML for papermill -f" },
    ...oneNotebookOptions,
  ],
  description:
    "Text comes as it is, other values as JSON, DataFrames as a table on a terminal and as CSV elsewhere, pictures as their bytes.",
  examples: [
    { line: "get AAA.ipynb distance", help: "print a value" },
    { line: "get AAA.ipynb prices --format csv", help: "a DataFrame as CSV" },
    { line: "get AAA.ipynb chart -o chart.png", help: "save the picture of a chart" },
    { line: "get AAA.ipynb --as-params", help: "the scalar scraps, for papermill -f params.yaml" },
  ],
  run,
});

async function run({ args, options, terminal }: Call<GetOptions>) {
  const [path = "", name] = args;
  const notebook = await readOne(path, options, terminal, name);
  if (options.asParams === true) {
    if (name !== undefined) throw tooMany(name);
    await deliver(paramsYaml(notebook.scraps), options.output, terminal);
    return exitCode.fine;
  }
  if (name === undefined) throw noName([...notebook.scraps.keys()]);
  const scrap = notebook.scraps.get(name);
  if (scrap === undefined) {
    notebook.value(name); // Throws, naming near names and what happened to the run.
    return exitCode.found;
  }
  const form = chooseForm(scrap, options, terminal.isOutTerminal);
  await deliver(await scrapBytes(scrap, form, terminal), options.output, terminal);
  return exitCode.fine;
}

function noName(names: readonly string[]): ScrapbookError {
  return new ScrapbookError("usage-argument", {
    what: "Say which scrap",
    got: "no name",
    expected: names.length === 0 ? "a name; the notebook has no scraps" : "a scrap's name",
    hint: "`scrapbook ls` lists them.",
  });
}

function tooMany(name: string): ScrapbookError {
  return new ScrapbookError("usage-argument", {
    what: "--as-params takes all scalar scraps",
    got: `the name ${JSON.stringify(name.slice(0, 80))}`,
    expected: "no name",
  });
}
