import { join, resolve } from "node:path";
import { type EditSession, type Scrap, ScrapbookError } from "@scrapbook/core";
import { changeEach, type EachOptions, yesOption } from "../change/change-each.ts";
import { changeOptions } from "../change/change-one.ts";
import { fingerprint } from "../change/fingerprint.ts";
import { openReading, type ReadingOptions, readingOptions } from "../reading.ts";
import { filesOf } from "../scrap/extracted-files.ts";
import { saveFile } from "../scrap/save-file.ts";
import { type FilterOptions, filterOptions, scrapFilter } from "../scrap/scrap-filter.ts";
import { counted } from "../text/counted.ts";
import { visible } from "../text/visible.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface ExtractOptions extends ReadingOptions, EachOptions, FilterOptions {
  readonly strict?: boolean;
  readonly to: string;
  readonly rm?: boolean;
  readonly force?: boolean;
}

/** Saves what notebooks hold as files beside them. */
export const extract: Verb = defineVerb<ExtractOptions>({
  arguments: [
    { name: "<path...>", help: "files, folders, globs, addresses, or - for standard input" },
  ],
  options: [
    {
      flags: "--to <folder>",
      help: "where the files go: a folder for each notebook",
      default: "scraps",
    },
    ...filterOptions,
    {
      flags: "--rm",
      help: "then remove them from the notebooks, once the files are read back and compared",
    },
    { flags: "-f, --force", help: "replace files that are there" },
    ...readingOptions,
    yesOption,
    ...changeOptions,
  ],
  description:
    "DataFrames as Parquet, byte for byte as stored; JSON, text and pictures as files of their kind. With --rm, nothing is removed before all files of all notebooks are saved.",
  examples: [
    { line: "extract AAA.ipynb --to out", help: "every scrap as a file" },
    {
      line: "extract runs -r --min-size 1MB --to big --rm",
      help: "make notebooks small, and lose nothing",
    },
  ],
  run,
});

/** What was saved of a notebook: names, and what they held. */
type Saved = ReadonlyMap<string, string>;

async function run({ args, options, terminal }: Call<ExtractOptions>) {
  const reading = await openReading(args, options, terminal);
  const isChosen = scrapFilter(options);
  const saved = new Map<string, Saved>();
  let files = 0;
  for await (const [key, notebook] of reading.notebooks) {
    const chosen = [...notebook.scraps.values()].filter(isChosen);
    for (const scrap of chosen) files += await save(key, scrap, options, terminal);
    if (chosen.length === 0) continue;
    saved.set(
      notebook.source ?? key,
      new Map(chosen.map((scrap) => [scrap.name, fingerprint(scrap)])),
    );
  }
  const unread = reading.finish();
  const say = (more: string) => {
    if (options.quiet === true) return;
    const would = options.dryRun === true ? " would be saved" : "";
    terminal.err(`${counted(files, "file")}${would} in ${visible(options.to)}${more}\n`);
  };
  if (options.rm !== true) {
    say("");
    return unread;
  }
  const change = (session: EditSession, path: string) =>
    removeSaved(session, saved.get(path) ?? new Map());
  const { scraps, notebooks, code } = await changeEach(
    [...saved.keys()],
    change,
    options,
    terminal,
  );
  const removed = options.dryRun === true ? "would be removed" : "removed";
  say(`; ${counted(scraps, "scrap")} ${removed} in ${counted(notebooks, "notebook")}`);
  return unread || code;
}

async function save(
  key: string,
  scrap: Scrap,
  { to, force, dryRun }: ExtractOptions,
  terminal: Call["terminal"],
): Promise<number> {
  const files = filesOf(key, scrap);
  for (const { path, bytes } of files) {
    const shown = join(to, path);
    if (dryRun === true) await terminal.out(`${visible(shown)}\n`);
    else await saveFile(resolve(terminal.cwd, shown), bytes, shown, { overwrite: force });
  }
  return files.length;
}

/** Removes what was saved, unless somebody glued something else meanwhile. */
function removeSaved(session: EditSession, saved: Saved): number {
  const { scraps } = session.notebook;
  for (const [name, print] of saved) {
    const scrap = scraps.get(name);
    if (scrap === undefined || fingerprint(scrap) !== print) throw isOther(name);
    session.remove(name);
  }
  return saved.size;
}

const isOther = (name: string) =>
  new ScrapbookError("store-conflict", {
    what: `The scrap ${JSON.stringify(name.slice(0, 80))} is not what was saved: somebody changed the notebook meanwhile`,
    hint: "Nothing was removed from this notebook. Extract it again.",
  });
