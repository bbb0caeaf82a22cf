import { type EditSession, isScrapbookError, type ScrapbookError } from "@scrapbook/core";
import { type EditNotebookOptions, type EditResult, editNotebook } from "./edit-notebook.ts";
import { type FindOptions, findNotebooks, type NotebookLocation } from "./find-notebooks.ts";

/** Options of {@link editNotebooks}. */
export interface EditNotebooksOptions extends EditNotebookOptions, FindOptions {
  /** How many files are edited at once. Default 4. */
  readonly concurrency?: number | undefined;
}

/** What became of one file. */
export interface EditOutcome extends EditResult {
  readonly path: string;
  /** Why the file is as it was; `undefined` where all went well. */
  readonly error: ScrapbookError | undefined;
}

/**
 * Makes the same change in many notebooks. Each file is changed or left on its own: one that cannot
 * be changed keeps no other from it.
 *
 * @param location a folder, a file, a glob, or a list of these.
 * @returns what became of each file, in order.
 * @throws (rejects with) `store-not-found` where there is nothing at `location`; what `change`
 * throws that is no `ScrapbookError`; the signal's reason.
 */
export async function editNotebooks(
  location: NotebookLocation,
  change: (session: EditSession, path: string) => unknown,
  options: EditNotebooksOptions = {},
): Promise<readonly EditOutcome[]> {
  const { paths } = await findNotebooks(location, options);
  const outcomes: EditOutcome[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < paths.length; place = next++) {
      const path = paths[place] as string;
      try {
        outcomes[place] = await outcomeOf(path, (session) => change(session, path), options);
      } catch (error) {
        next = paths.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.concurrency ?? 4) }, work));
  return outcomes;
}

async function outcomeOf(
  path: string,
  change: (session: EditSession) => unknown,
  options: EditNotebooksOptions,
): Promise<EditOutcome> {
  try {
    return { path, ...(await editNotebook(path, change, options)), error: undefined };
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    return { path, isChanged: false, error };
  }
}
