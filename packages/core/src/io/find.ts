import { wrongArgument } from "../error/check-options.ts";
import { folderOf } from "./keys.ts";
import { type FoundObject, listNotebooks } from "./list-notebooks.ts";
import { compileNegations, type Negations } from "./negation.ts";
import type { FindOptions } from "./options.ts";
import { type IOSetup, routeTo } from "./router.ts";

/** What was found, in order, and what default keys leave out. SPEC §14.1. */
export interface Found {
  /** Some at a time. */
  readonly pages: AsyncGenerator<readonly FoundObject[]>;
  /** The common folder, with a `/` at its end, or `""`. */
  readonly root: string;
  /** Whether default keys cannot collide, so that nobody need remember them. */
  readonly isUnique: boolean;
  /** How many at once suits the stores. */
  readonly concurrency: number;
}

/** How many at once, where neither the caller nor the store says. */
const defaultConcurrency = 4;

/**
 * Finds notebooks: the `.ipynb` of a folder, what a glob matches, single objects, and lists of
 * these, without what a list's negated patterns take out. One folder or glob is listed as it is
 * consumed; of several, all is gathered first, since keys depend on what was found. SPEC §14.1.
 *
 * @param taker the function that was called, for messages.
 * @throws (rejects with) `usage-argument`, `store-scheme`; `store-not-found` where there is nothing;
 * what stores reject with.
 */
export async function find(
  taker: string,
  given: unknown,
  options: FindOptions,
  setup: IOSetup,
): Promise<Found> {
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  const sources = all.filter((one) => !isNegated(one));
  const negations = compileNegations(all.filter(isNegated).map((pattern) => pattern.slice(1)));
  if (sources.length === 0 && all.length > 0) {
    throw wrongArgument(
      "A negated pattern takes something out of other locations",
      all[0],
      "a list in which it comes after them",
    );
  }
  const found: Found[] = [];
  for (const source of sources) {
    found.push(await findOne(taker, source, negations, options, setup));
  }
  if (sources.length > 0) negations.check(found.map(({ root }) => root));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  const objects: FoundObject[] = [];
  for (const one of found) {
    for await (const page of one.pages) for (const object of page) objects.push(object);
  }
  return {
    pages: onePage(objects),
    root: commonRoot(objects.map(({ path }) => path)),
    isUnique: false,
    concurrency: found.reduce((most, one) => Math.max(most, one.concurrency), defaultConcurrency),
  };
}

function isNegated(given: unknown): given is string {
  return typeof given === "string" && given.startsWith("!");
}

async function findOne(
  taker: string,
  given: unknown,
  negations: Negations,
  options: FindOptions,
  setup: IOSetup,
): Promise<Found> {
  const { signal, stores = [], filter = () => true } = options;
  const { store, location } = await routeTo(taker, given, stores, setup);
  const concurrency = store.concurrency ?? defaultConcurrency;
  const kind = await store.kindOf(location, options);
  signal?.throwIfAborted();
  if (kind === "object") {
    const path = store.nameOf(location);
    const root = folderOf(path);
    const isIn = !negations.isOut(path, root) && filter(path);
    const object = { store, location, path, size: undefined, stamp: undefined, isListed: false };
    return { pages: onePage(isIn ? [object] : []), root, isUnique: true, concurrency };
  }
  const isChosen = (path: string, root: string): boolean =>
    !negations.isOut(path, root) && filter(path);
  return { ...listNotebooks({ store, location }, kind, options, isChosen), concurrency };
}

async function* onePage(objects: readonly FoundObject[]): AsyncGenerator<readonly FoundObject[]> {
  yield objects;
}

/** The deepest folder that holds all paths. */
function commonRoot(paths: readonly string[]): string {
  let root = paths[0] === undefined ? "" : folderOf(paths[0]);
  for (const path of paths) {
    while (!path.startsWith(root)) root = folderOf(root.slice(0, -1));
  }
  return root;
}
