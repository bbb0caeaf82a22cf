import type { Entry } from "../entry.ts";

/** The states in which a notebook is, by which the page's reader may choose. */
export function statesOf({ run, problems }: Entry): readonly string[] {
  return [run?.status ?? "failed", ...(problems.length > 0 ? ["problems"] : [])];
}

/** Failed runs first, then unfinished ones, then those with problems; else the scrapbook's order. */
export function inOrderOfNeed(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => needOf(a) - needOf(b));
}

function needOf({ run, problems }: Entry): number {
  if (run === undefined || run.status === "failed") return 0;
  if (run.status === "partial") return 1;
  return problems.length > 0 ? 2 : 3;
}
