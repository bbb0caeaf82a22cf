import { loadSuite } from "../suite/load-suite.ts";
import { selectCases } from "../suite/select.ts";
import { readOptions, selectionOptions } from "./options.ts";

/** What `list --help` says. */
export const listUsage = `scrapbook-conformance list [options]

Lists the cases of the suite: id, level and what holds.

  --level, --group, --case, --filter    as for run
  --json                     the case files as one JSON array
  --suite <folder>           another suite than the one inside this package`;

/** `scrapbook-conformance list`; gives the exit code. */
export function list(args: readonly string[]): number {
  const options = { ...selectionOptions, json: { type: "boolean", default: false } } as const;
  const { values } = readOptions(args, options);
  const { case: ids, group: groups, level: levels, filter: text } = values;
  const cases = selectCases(loadSuite(values.suite).cases, { ids, groups, levels, text });
  if (values.json) {
    console.log(JSON.stringify(cases, null, 2));
    return 0;
  }
  const width = cases.reduce((most, { id }) => Math.max(most, id.length), 0);
  for (const { id, level, description } of cases)
    console.log(`${id.padEnd(width)}  ${level.padEnd(6)}  ${description}`);
  console.log(`${cases.length} cases`);
  return 0;
}
