import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { compileGlob, isGlob } from "./glob.ts";
import { isNotebook } from "./keys.ts";
import { nothingFound, type Search } from "./nothing-found.ts";
import type { FindOptions } from "./options.ts";
import type { Route } from "./router.ts";
import type { ListedObject, ListOptions, LocationKind } from "./store.ts";

/** An object that was found, and the store it lies in. */
export interface FoundObject extends ListedObject<unknown>, Pick<Route, "store"> {
  /** Whether it was listed, rather than named by the caller. */
  readonly isListed: boolean;
}

/** The notebooks of one folder or glob. */
interface Listing {
  readonly pages: AsyncGenerator<readonly FoundObject[]>;
  /** The folder that default keys leave out, with a `/` at its end, or `""`. */
  readonly root: string;
  /** Whether default keys cannot collide. */
  readonly isUnique: boolean;
}

/**
 * Lists the notebooks of a folder, or what a glob matches. Nothing is asked before the first is
 * wanted. SPEC §14.1.
 *
 * @param isChosen tells whether the caller wants what was found.
 * @throws `store-not-found` where there is neither folder nor glob; `usage-argument` for a glob that
 * is none.
 */
export function listNotebooks(
  { store, location }: Route,
  kind: LocationKind,
  options: FindOptions,
  isChosen: (path: string, root: string) => boolean,
): Listing {
  const pattern = store.patternOf ? store.patternOf(location) : location;
  const isFolder = kind === "folder";
  if (!isFolder && !(typeof pattern === "string" && isGlob(pattern))) {
    throw new ScrapbookError("store-not-found", {
      what: "There is no such folder or file",
      source: store.nameOf(location),
      expected: "a folder, a notebook or a glob such as out/**/*.ipynb",
    });
  }
  const glob = isFolder ? undefined : compileGlob(pattern as string, options);
  const folder = glob?.folder ?? location;
  const start = store.nameOf(folder);
  const root = start === "" || start.endsWith("/") ? start : `${start}/`;
  const name = isFolder ? store.nameOf(location) : (pattern as string);
  const isUnique = isFolder || (pattern as string).endsWith(".ipynb");
  const search = { store, location: folder, name, root, glob };
  return { pages: searched(search, options, isChosen), root, isUnique };
}

async function* searched(
  search: Search,
  options: FindOptions,
  isChosen: (path: string, root: string) => boolean,
): AsyncGenerator<readonly FoundObject[]> {
  const { store, location, root, glob } = search;
  let isEmpty = true;
  try {
    const listing = store.list?.(location, listOptions(search, options));
    for await (const listed of listing?.pages ?? listing ?? []) {
      const page: FoundObject[] = [];
      for (const object of "path" in listed ? [listed] : listed) {
        const { path } = object;
        if (!(glob?.matches(path.slice(root.length)) ?? isNotebook(path))) continue;
        isEmpty = false;
        if (isChosen(path, root)) page.push({ ...object, store, isListed: true });
      }
      if (page.length > 0) yield page;
    }
  } catch (error) {
    // A glob's folder that is not there is as good as empty.
    const isMissing = isScrapbookError(error) && error.code === "store-not-found";
    if (glob === undefined || !isMissing) throw error;
  }
  if (!isEmpty || options.allowEmpty) return;
  const error = await nothingFound(search, options);
  if (error !== undefined) throw error;
}

function listOptions({ root, glob }: Search, options: FindOptions): ListOptions {
  const { recursive = false, hidden = false, cache, ...rest } = options;
  return {
    ...rest,
    recursive: glob === undefined ? recursive : glob.isDeep,
    hidden: hidden || glob?.isHidden === true,
    stamps: cache !== undefined,
    enter: glob && ((path) => glob.mayEnter(path.slice(root.length))),
  };
}
