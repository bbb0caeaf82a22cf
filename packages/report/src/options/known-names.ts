import { cameToEnd, checkNames } from "@scrapbook/core/internal";
import type { Entry } from "../entry.ts";
import type { ReportContext } from "./report-options.ts";

/**
 * Checks that each name which the options give is one of a scrap, or of a parameter where these are
 * asked for. A night in which no run came to its end may lack any: then nothing is said.
 *
 * @throws `usage-argument` for a name that no notebook has, with near names.
 */
export function checkKnown(entries: readonly Entry[], context: ReportContext): void {
  if (!entries.some(({ run }) => cameToEnd(run))) return;
  const names = new Set(entries.flatMap(({ scraps }) => [...scraps.keys()]));
  check("charts", context.charts, names);
  if (context.parameters) {
    for (const { parameters } of entries) {
      for (const name of Object.keys(parameters)) names.add(name);
    }
  }
  check("columns", context.columns, names);
  for (const { parameters } of entries) {
    for (const name of Object.keys(parameters)) names.add(name);
  }
  check("groupBy", context.groupBy === undefined ? undefined : [context.groupBy], names);
  check("better", Object.keys(context.better), names);
  check("format", [...context.formats.keys()], names);
}

function check(
  option: string,
  wanted: readonly string[] | undefined,
  names: ReadonlySet<string>,
): void {
  checkNames(`The option ${option} of renderReport`, wanted ?? [], names);
}
