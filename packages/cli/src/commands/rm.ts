import { type EditSession, ScrapbookError } from "@scrapbook/core";
import { nearNames, orList } from "@scrapbook/core/internal";
import { changeEach, type EachOptions, yesOption } from "../change/change-each.ts";
import { changeOne, changeOptions } from "../change/change-one.ts";
import { openReading, type ReadingOptions, walkOptions } from "../reading.ts";
import { matcher } from "../scrap/name-pattern.ts";
import {
  type FilterOptions,
  filterOptions,
  isFiltering,
  scrapFilter,
} from "../scrap/scrap-filter.ts";
import type { Terminal } from "../terminal.ts";
import { counted } from "../text/counted.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

type RmOptions = Pick<ReadingOptions, "recursive" | "hidden" | "strict"> &
  EachOptions &
  FilterOptions;

/** Removes scraps from notebooks. */
export const rm: Verb = defineVerb<RmOptions>({
  arguments: [{ name: "<path...>", help: "files, folders, globs or addresses" }],
  options: [...filterOptions, ...walkOptions, yesOption, ...changeOptions],
  description:
    "All of a scrap goes, so that no older value of its name reappears. Say which: --name, --encoder, --min-size, or several of them.",
  examples: [
    { line: "rm AAA.ipynb --name prices", help: "one scrap" },
    {
      line: "rm out --min-size 1MB --dry-run",
      help: "see what makes notebooks large, and what would go",
    },
    {
      line: "rm 'out/**/*.ipynb' --encoder pandas --yes",
      help: "every DataFrame of many notebooks",
    },
  ],
  run,
});

async function run({ args, options, terminal }: Call<RmOptions>) {
  if (!isFiltering(options)) {
    throw new ScrapbookError("usage-argument", {
      what: "Say which scraps to remove",
      got: "none of --name, --encoder and --min-size",
      hint: "Every scrap: --name '*'.",
    });
  }
  const reading = await openReading(args, options, terminal);
  const paths: string[] = [];
  const known = new Set<string>();
  for await (const [key, notebook] of reading.notebooks) {
    const path = notebook.source ?? key;
    // A payload that breaks the protocol is no scrap of a notebook, but an edit knows its name.
    const names =
      notebook.problemCount > 0
        ? await namesAt(path, options, terminal)
        : [...notebook.scraps.values()].filter(scrapFilter(options)).map(({ name }) => name);
    if (names.length > 0) paths.push(path);
    for (const name of notebook.scraps.keys()) known.add(name);
  }
  const unread = reading.finish();
  if (paths.length === 0) checkNames(options.name ?? [], known);
  const { scraps, notebooks, code } = await changeEach(
    paths,
    (session) => {
      const names = namesIn(session, options);
      for (const name of names) session.remove(name);
      return names.length;
    },
    options,
    terminal,
  );
  if (options.quiet !== true) {
    const removed = options.dryRun === true ? "would be removed" : "removed";
    terminal.err(`${counted(scraps, "scrap")} ${removed} in ${counted(notebooks, "notebook")}\n`);
  }
  return unread || code;
}

/** The names that go, of scraps that are valid or not. Only a valid one has an encoder and a size. */
function namesIn(session: EditSession, options: RmOptions): string[] {
  const { scraps } = session.notebook;
  const goes = scrapFilter(options);
  const isNamed = matcher(options.name);
  const isByName = options.encoder === undefined && options.minSize === undefined;
  return session.names().filter((name) => {
    const scrap = scraps.get(name);
    return scrap === undefined ? isByName && isNamed(name) : goes(scrap);
  });
}

/** The same of a notebook that is not to be changed yet. */
async function namesAt(path: string, options: RmOptions, terminal: Terminal): Promise<string[]> {
  let names: string[] = [];
  const look = (session: EditSession): void => {
    names = namesIn(session, options);
  };
  await changeOne(path, look, { quiet: true }, terminal);
  return names;
}

/** A name that no notebook has is a slip; a pattern may fit nothing. */
function checkNames(names: readonly string[], known: ReadonlySet<string>): void {
  const missing = names.find((name) => !/[*?]/.test(name));
  if (missing === undefined) return;
  const near = nearNames(missing, [...known]);
  throw new ScrapbookError("notebook-scrap-missing", {
    what: `No notebook has the scrap ${JSON.stringify(missing.slice(0, 80))}`,
    expected: near.length > 0 ? orList(near) : undefined,
  });
}
