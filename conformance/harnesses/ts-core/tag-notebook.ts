import type { Notebook, Run } from "@scrapbook/core";
import { type Tagged, tag, tagOrNull } from "./tag.ts";

/** What a notebook says of itself and of its run. */
export function tagNotebook(notebook: Notebook): object {
  return {
    nbformat: notebook.nbformat,
    nbformatMinor: tag(notebook.nbformatMinor),
    metadata: tag(notebook.metadata),
    parameters: tag(notebook.parameters),
    run: tagRun(notebook.run),
    cellTiming: notebook.cellTiming.map(tagOrNull),
    executionCounts: notebook.executionCounts.map(tagOrNull),
  };
}

function tagRun({ status, failedCell, ...members }: Run): object {
  return {
    status,
    ...(failedCell === undefined ? {} : { failedCell: tagMembers(failedCell) }),
    ...tagMembers(members),
  };
}

/** The members that are there, each as a value. */
function tagMembers(members: object): Readonly<Record<string, Tagged>> {
  const there = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there.map(([name, value]) => [name, tag(value)]));
}
