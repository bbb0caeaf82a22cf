import { aBoolean, checkOptions, type OptionRules, wrongArgument } from "../error/check-options.ts";
import { setMember } from "../json/member.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { checkNames } from "../scrap/check-names.ts";
import { isScalar } from "../scrap/describe.ts";
import { createTable, type Table } from "../scrap/table.ts";
import { cameToEnd } from "./came-to-end.ts";

/** Options of `book.table`. */
export interface WideTableOptions {
  /** Adds a column per papermill parameter before the scraps, named as the parameter. Default `false`. */
  readonly parameters?: boolean | undefined;
  /** Adds the columns `run.status` and `run.duration`, in seconds, after the key. Default `false`. */
  readonly run?: boolean | undefined;
}

const rules: OptionRules = { parameters: aBoolean, run: aBoolean };

/**
 * One row per notebook: key, run and parameters if asked for, then the named scraps. SPEC §14.
 *
 * @throws `usage-argument` for a column that no notebook has, unless no run came to its end.
 */
export function wideTable(
  notebooks: ReadonlyMap<string, Notebook>,
  columns: readonly string[] | undefined,
  options: WideTableOptions,
): Table {
  checkOptions("book.table", options, rules);
  if (columns !== undefined && !isNames(columns)) {
    throw wrongArgument("book.table takes its columns as a list", columns, "names of scraps");
  }
  const rows = [...notebooks].map(([key, notebook]) => ({
    key,
    run: options.run === true ? runValues(notebook) : new Map(),
    parameters: new Map(options.parameters === true ? Object.entries(notebook.parameters) : []),
    scraps: scrapValues(notebook, columns),
  }));
  const parameterNames = new Set(rows.flatMap((row) => [...row.parameters.keys()]));
  const scrapNames = columns ?? [...new Set(rows.flatMap((row) => [...row.scraps.keys()]))];
  const extra = options.run === true ? ["key", "run.status", "run.duration"] : ["key"];
  if (columns !== undefined && [...notebooks.values()].some(({ run }) => cameToEnd(run))) {
    const all = [...notebooks.values()].flatMap(({ scraps }) => [...scraps.keys()]);
    checkNames("A column of the table", columns, new Set([...all, ...parameterNames, ...extra]));
  }
  // A scrap wins where a parameter has its name: it is what the run found.
  const names = [...new Set([...extra, ...parameterNames, ...scrapNames])];
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    setMember(record, "key", row.key as unknown);
    for (const name of names.slice(1)) {
      const values = [row.run, row.scraps, row.parameters].find((map) => map.has(name));
      if (values !== undefined) setMember(record, name, values.get(name));
    }
    return record;
  });
  return createTable(names, records);
}

function isNames(columns: unknown): boolean {
  return Array.isArray(columns) && columns.every((name) => typeof name === "string");
}

function runValues({ run }: Notebook): Map<string, unknown> {
  const values = new Map<string, unknown>([["run.status", run.status]]);
  if (run.duration !== undefined) values.set("run.duration", run.duration);
  return values;
}

function scrapValues(
  notebook: Notebook,
  columns: readonly string[] | undefined,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const name of columns ?? notebook.scraps.keys()) {
    const result = notebook.scraps.get(name)?.tryData();
    if (result?.ok !== true || result.value === undefined) continue;
    if (columns !== undefined || isScalar(result.value)) values.set(name, result.value);
  }
  return values;
}
