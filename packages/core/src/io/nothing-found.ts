import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import type { Glob } from "./glob.ts";
import { isNotebook } from "./keys.ts";
import type { FindOptions } from "./options.ts";
import type { Route } from "./router.ts";

/** What is looked for: a folder's notebooks, or what a glob matches in it. */
export interface Search extends Route {
  /** As the caller said it, for messages. */
  readonly name: string;
  readonly root: string;
  readonly glob: Glob | undefined;
}

/** How many objects are looked at for what the caller may have meant. */
const mostLookedAt = 10_000;

/** How many paths a message can bear, and how long each may be. */
const mostShown = 3;
const longestShown = 60;

/**
 * The error for a glob that matches nothing, and for a folder whose notebooks all lie deeper, naming
 * what is near. A folder that holds no notebooks at all is an empty scrapbook: `undefined`.
 */
export async function nothingFound(
  search: Search,
  options: FindOptions,
): Promise<ScrapbookError | undefined> {
  const { glob, name } = search;
  if (glob === undefined && options.recursive) return undefined;
  const near = await notebooksBelow(search, options);
  if (glob === undefined && (near === undefined || near.length === 0)) return undefined;
  const shown = (near ?? []).slice(0, mostShown).map((path) => path.slice(-longestShown));
  return new ScrapbookError("store-not-found", {
    what:
      glob === undefined
        ? "The folder holds no notebooks itself; they lie in its folders"
        : "The pattern matches nothing",
    source: name,
    got: near === undefined ? `no folder ${search.root.slice(-longestShown)}` : shown.join(", "),
    hint:
      glob === undefined
        ? "Set { recursive: true }, or { allowEmpty: true } if that is as it should be."
        : "Set { allowEmpty: true } if that is as it should be.",
  });
}

/** Some notebooks in a folder and below it; `undefined` where there is no folder. */
async function notebooksBelow(
  { store, location }: Search,
  { signal }: FindOptions,
): Promise<readonly string[] | undefined> {
  const near: string[] = [];
  let looked = 0;
  try {
    for await (const { path } of store.list?.(location, { recursive: true, signal }) ?? []) {
      if (isNotebook(path)) near.push(path);
      if (near.length > mostShown || ++looked > mostLookedAt) break;
    }
  } catch (error) {
    if (isScrapbookError(error) && error.code === "store-not-found") return undefined;
    throw error;
  }
  return near;
}
