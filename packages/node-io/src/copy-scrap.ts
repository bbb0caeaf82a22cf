import { type EditNotebookOptions, type EditResult, editNotebook } from "./edit-notebook.ts";
import { readNotebook } from "./read-notebook.ts";

/** Options of {@link copyScrap}. */
export interface CopyScrapOptions extends EditNotebookOptions {
  /** The name that the copy gets. Default: the same. */
  readonly as?: string | undefined;
  /** Whether a scrap that has the name already is replaced. Default `false`: it is refused. */
  readonly overwrite?: boolean | undefined;
}

/**
 * Copies a scrap from one notebook file into another, as its source text: nothing is decoded, so no
 * encoder is needed. SPEC §13.6.
 *
 * @throws (rejects with) `notebook-scrap-missing`, `notebook-scrap-exists`, and what
 * `readNotebook` and `editNotebook` reject with.
 */
export async function copyScrap(
  from: string | URL,
  name: string,
  to: string | URL,
  options: CopyScrapOptions = {},
): Promise<EditResult> {
  const { as, overwrite, ...rest } = options;
  const source = await readNotebook(from, { strict: false, maxBytes: rest.maxBytes });
  return editNotebook(to, (session) => session.copy(source, name, { as, overwrite }), rest);
}
