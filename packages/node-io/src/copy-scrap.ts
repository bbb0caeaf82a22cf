import { type EditNotebookOptions, type EditResult, editNotebook } from "./edit-notebook.ts";
import { readNotebook } from "./read-notebook.ts";

/** Options of {@link copyScrap}. */
export interface CopyScrapOptions extends EditNotebookOptions {
  /** The name that the copy gets. Default: the same. */
  readonly as?: string | undefined;
}

/**
 * Copies a scrap from one notebook file into another, as its source text: nothing is decoded, so no
 * encoder is needed. A scrap that has the name there is replaced. SPEC §13.6.
 *
 * @throws (rejects with) `notebook-scrap-missing`, and what `readNotebook` and `editNotebook`
 * reject with.
 */
export async function copyScrap(
  from: string | URL,
  name: string,
  to: string | URL,
  options: CopyScrapOptions = {},
): Promise<EditResult> {
  const { as, ...rest } = options;
  const source = await readNotebook(from, { strict: false, maxBytes: rest.maxBytes });
  return editNotebook(to, (session) => session.copy(source, name, { as }), rest);
}
