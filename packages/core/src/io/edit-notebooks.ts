import type { EditSession } from "../edit/session.ts";
import { isScrapbookError, type ScrapbookError } from "../error/error.ts";
import { prepareEncoders } from "../notebook/load-encoders.ts";
import { checkChange, type EditResult, editRoute } from "./edit-notebook.ts";
import { withEngine } from "./engine.ts";
import { find } from "./find.ts";
import { eachOfPages, inOrder } from "./in-order.ts";
import type { FoundObject } from "./list-notebooks.ts";
import { checkVerb, type EditNotebooksOptions, editNotebooksRules } from "./options.ts";
import type { IOSetup } from "./router.ts";

/** What became of one notebook. */
export interface EditOutcome extends EditResult {
  readonly path: string;
  /** Why the notebook is as it was; `undefined` where all went well. */
  readonly error: ScrapbookError | undefined;
}

/** Makes changes in the session of the notebook at `path`. */
export type ChangeEach = (session: EditSession, path: string) => unknown;

/** Makes the same change in many notebooks. See `IO.editNotebooks`. */
export async function editNotebooks(
  setup: IOSetup,
  given: unknown,
  change: ChangeEach,
  options: EditNotebooksOptions = {},
): Promise<readonly EditOutcome[]> {
  checkVerb("editNotebooks", options, editNotebooksRules, setup);
  checkChange("editNotebooks", change);
  const { pages, concurrency: suits } = await find("editNotebooks", given, options, setup);
  await prepareEncoders(options.encoders);
  const editing = withEngine(options, setup);
  const outcomes: EditOutcome[] = [];
  let failed: { readonly error: unknown } | undefined;
  const work = async (object: FoundObject): Promise<EditOutcome | undefined> => {
    // One that has failed ends it: what has begun is finished, nothing else begins.
    if (failed !== undefined) return undefined;
    const { path } = object;
    try {
      const result = await editRoute(object, (session) => change(session, path), editing, setup);
      return { path, ...result, error: undefined };
    } catch (error) {
      if (options.onError === "collect" && isScrapbookError(error) && !options.signal?.aborted) {
        return { path, isChanged: false, edits: [], version: undefined, error };
      }
      failed ??= { error };
      return undefined;
    }
  };
  for await (const outcome of inOrder(eachOfPages(pages), options.concurrency ?? suits, work)) {
    if (outcome !== undefined) outcomes.push(outcome);
  }
  if (failed !== undefined) throw (failed as { readonly error: unknown }).error;
  return outcomes;
}
