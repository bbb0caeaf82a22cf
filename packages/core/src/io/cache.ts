import type { Notebook } from "../notebook/notebook.ts";
import type { ListedObject, Stamp } from "./store.ts";

/**
 * What `readNotebooks` read before, by path: an empty `Map` to begin with. Use one for one location
 * and one set of options. A second reading lists again, and opens only what its stamp does not show
 * to be unchanged; what is gone is let go.
 */
export type NotebookCache = Map<string, CachedNotebook>;

/** A notebook as it was read, and the object's stamp at that time. */
export interface CachedNotebook {
  readonly stamp: Stamp;
  readonly notebook: Notebook;
}

/** The notebook of an object that its listing shows to be unchanged. */
export function unchanged(
  cache: NotebookCache | undefined,
  { path, stamp }: Pick<ListedObject, "path" | "stamp">,
): Notebook | undefined {
  const cached = stamp === undefined ? undefined : cache?.get(path);
  return cached?.stamp === stamp ? cached?.notebook : undefined;
}

/** Lets go of what was not found any more. */
export function forgetOthers(cache: NotebookCache | undefined, paths: ReadonlySet<string>): void {
  for (const path of cache?.keys() ?? []) if (!paths.has(path)) cache?.delete(path);
}
