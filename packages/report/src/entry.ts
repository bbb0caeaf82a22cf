import type { JsonObject, Notebook, Problem, Run, Scrap } from "@scrapbook/core";
import { attempt } from "./attempt.ts";
import { readScrapValue, type ScrapValue } from "./value/scrap-value.ts";

/** More scraps of one notebook are counted but not shown. */
export const mostScraps = 500;

/** A notebook as the report sees it: read once, with what could not be read among the problems. */
export interface Entry {
  readonly key: string;
  /** The `id` of its section: its number, nothing that the notebook chose. */
  readonly anchor: string;
  readonly notebook: Notebook;
  /** `undefined` where papermill's metadata cannot be read. */
  readonly run: Run | undefined;
  /** `In [5]` of the cell that failed, as Jupyter shows it. */
  readonly failedPrompt: string | undefined;
  readonly parameters: JsonObject;
  /** The first {@link mostScraps}, by name. */
  readonly scraps: ReadonlyMap<string, EntryScrap>;
  readonly scrapCount: number;
  readonly problems: readonly Problem[];
}

/** A scrap and its data. */
export interface EntryScrap {
  readonly scrap: Scrap;
  readonly value: ScrapValue;
}

/** Reads what the report shows of a notebook. Never throws for what is wrong in the notebook. */
export function readEntry(key: string, notebook: Notebook, index: number): Entry {
  const problems: Problem[] = [];
  const take = <T>(read: () => T, otherwise: T): T => {
    const result = attempt(read);
    if (result.ok) return result.value;
    const isNew = ({ code, path }: Problem) =>
      code !== result.error.code || path !== result.error.path;
    if (problems.every(isNew)) problems.push(result.error);
    return otherwise;
  };
  for (const problem of take(() => notebook.problems, [])) problems.push(problem);
  const scraps = take(() => [...notebook.scraps.values()], []);
  const run = take<Run | undefined>(() => notebook.run, undefined);
  return {
    key,
    anchor: `notebook-${index + 1}`,
    notebook,
    run,
    failedPrompt: take(() => promptOf(notebook, run?.failedCell?.index), undefined),
    parameters: take(() => notebook.parameters, {}),
    scraps: new Map(
      scraps
        .slice(0, mostScraps)
        .map((scrap) => [scrap.name, { scrap, value: readScrapValue(scrap) }]),
    ),
    scrapCount: scraps.length,
    problems,
  };
}

function promptOf(notebook: Notebook, cell: number | undefined): string | undefined {
  const count = cell === undefined ? null : (notebook.executionCounts[cell] ?? null);
  return typeof count === "number" ? `In [${count}]` : undefined;
}
