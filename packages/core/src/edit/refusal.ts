import { checkText } from "../encode/content.ts";
import { ScrapbookError } from "../error/error.ts";
import { nearNames, orList } from "../error/near-names.ts";
import { jsonPointer } from "../json/pointer.ts";
import { outputPath } from "../outline/outline.ts";
import type { Draft } from "./draft.ts";

/** The error for a change that comes when the notebook was written already. */
export const sessionOver = (): ScrapbookError =>
  new ScrapbookError("usage-argument", {
    what: "The session is over: this change would be lost",
    hint: "Make all changes in the function given to editNotebook, and await in it what they wait for.",
  });

/** Refuses a name that no output bears. @throws `notebook-scrap-missing`. SPEC §13.10. */
export function requireTaken(draft: Draft, name: string): void {
  checkText(name);
  if (draft.has(name)) return;
  const near = nearNames(name, draft.names);
  throw new ScrapbookError("notebook-scrap-missing", {
    what: `No scrap is called ${JSON.stringify(name)}`,
    hint: near.length > 0 ? `Did you mean ${orList(near)}?` : undefined,
  });
}

/** Refuses a name that is taken. @throws `notebook-scrap-exists`, at the first output that bears it. */
export function requireFree(draft: Draft, name: string): void {
  const first = draft.first(name);
  if (first === undefined) return;
  throw new ScrapbookError("notebook-scrap-exists", {
    what: `There is already a scrap called ${JSON.stringify(name)}`,
    path: first.outline && outputPath(first.outline),
    hint: "Remove it first, or set { overwrite: true }.",
  });
}

/** Refuses a place where no output can be added. @throws `usage-argument`. SPEC §13.2. */
export function requireCodeCell({ outline }: Draft, cell: number | undefined): void {
  if (cell === undefined) return;
  const found = outline.cells[cell];
  if (found?.isCode && found.outputsFault === undefined) return;
  throw new ScrapbookError("usage-argument", {
    what: "There is no code cell at this place",
    path: found === undefined ? undefined : jsonPointer(["cells", cell]),
    got: String(cell),
  });
}
