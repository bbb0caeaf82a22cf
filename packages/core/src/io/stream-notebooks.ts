import type { AnyEncoder } from "../encoder/encoder.ts";
import { isScrapbookError, type ScrapbookError } from "../error/error.ts";
import { loadEncoders } from "../notebook/load-encoders.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { type ViewParser, viewParser } from "../notebook/parse-notebook.ts";
import { type NotebookCache, unchanged } from "./cache.ts";
import { type PartsReader, partsReader } from "./elsewhere.ts";
import { forReading } from "./engine.ts";
import { find } from "./find.ts";
import { type Next, nextInOrder, nextOfPages } from "./in-order.ts";
import { defaultKey, type GiveKey, notebookKeys } from "./keys.ts";
import type { FoundObject } from "./list-notebooks.ts";
import { checkVerb, type ReadNotebooksOptions, readNotebooksRules } from "./options.ts";
import type { IOSetup } from "./router.ts";
import type { OpenOptions, ReadBuffer, Stamp, WholeObject } from "./store.ts";
import { notFound } from "./store-error.ts";

/** A notebook and its key, or what was wrong with one. */
export type NotebookEntry =
  | readonly [key: string, notebook: Notebook, error?: undefined]
  | readonly [key: string, notebook: undefined, error: ScrapbookError];

/** A {@link NotebookEntry}, and where it lay. */
export interface ReadEntry {
  readonly entry: NotebookEntry;
  readonly path: string;
}

/** Reads many notebooks one after the other. See `IO.streamNotebooks`. */
export async function* streamNotebooks(
  setup: IOSetup,
  given: unknown,
  options: ReadNotebooksOptions = {},
): AsyncGenerator<NotebookEntry> {
  const { next, close } = await readEntries("streamNotebooks", setup, given, options);
  try {
    for (let read = await next(); read !== undefined; read = await next()) yield read.entry;
  } finally {
    await close();
  }
}

/** Many notebooks that are read one after the other. */
export interface ReadEntries {
  /** Reads the next. Throws, or rejects, as `onError` says. */
  readonly next: Next<ReadEntry>;
  /** To be called in the end, wherever it came. */
  close(): Promise<unknown>;
}

/** The same, with the path of each, and without a promise for what can be read at once. */
export async function readEntries(
  verb: string,
  setup: IOSetup,
  given: unknown,
  options: ReadNotebooksOptions,
): Promise<ReadEntries> {
  checkVerb(verb, options, readNotebooksRules, setup);
  const { key: chooseKey } = options;
  const { pages, root, isUnique, concurrency: suits } = await find(verb, given, options, setup);
  const keyOf = notebookKeys(root, isUnique && chooseKey === undefined);
  const lanes = options.concurrency ?? suits;
  const rules = forReading(options, setup);
  const reading: Reading = {
    options,
    parse: viewParser(rules),
    elsewhere: setup.reader && partsReader(setup.reader, rules),
    loadable: (rules.encoders ?? []).filter((encoder) => encoder.load !== undefined),
    buffers: [],
    atOnce: rules.engine?.buffer,
  };
  const next = nextInOrder(nextOfPages(pages), lanes, (object) => readResult(object, reading));
  const entryOf = (result: ReadResult | undefined): ReadEntry | undefined =>
    result && toEntry(result, root, keyOf, options);
  return {
    next: () => {
      const result = next();
      return result instanceof Promise ? result.then(entryOf) : entryOf(result);
    },
    close: () => pages.return(undefined),
  };
}

function toEntry(
  { object: { path }, notebook, error }: ReadResult,
  root: string,
  keyOf: GiveKey,
  options: ReadNotebooksOptions,
): ReadEntry {
  const { onError = "throw", key: chooseKey, signal } = options;
  if (signal?.aborted) throw signal.reason;
  if (error !== undefined && !(onError === "collect" && isScrapbookError(error))) throw error;
  if (onError === "throw" || error !== undefined) {
    const key = keyOf(path, notebook && chooseKey?.(notebook));
    return { entry: notebook ? [key, notebook] : [key, undefined, error as ScrapbookError], path };
  }
  return { entry: collected(notebook as Notebook, path, root, keyOf, options), path };
}

/** A notebook with its key, or what is wrong with either. */
function collected(
  notebook: Notebook,
  path: string,
  root: string,
  keyOf: GiveKey,
  { key: chooseKey }: ReadNotebooksOptions,
): NotebookEntry {
  try {
    // Throws for an invalid payload, unless the notebook was read leniently.
    notebook.scraps;
    return [keyOf(path, chooseKey?.(notebook)), notebook];
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    return [defaultKey(path, root), undefined, error];
  }
}

/** A notebook or the reason why not: a value, so that no rejection goes unhandled when a caller stops. */
interface ReadResult {
  readonly object: FoundObject;
  readonly notebook?: Notebook;
  readonly error?: unknown;
}

function readResult(object: FoundObject, reading: Reading): ReadResult | Promise<ReadResult> {
  try {
    const notebook = unchanged(reading.options.cache, object) ?? readView(object, reading);
    if (!(notebook instanceof Promise)) return { object, notebook };
    return notebook.then(
      (read) => ({ object, notebook: read }),
      (error: unknown) => ({ object, error }),
    );
  } catch (error) {
    return { object, error };
  }
}

/** What reading needs for each notebook. */
interface Reading {
  readonly options: ReadNotebooksOptions;
  readonly parse: ViewParser;
  /** Reads where the package reads elsewhere than on this thread. */
  readonly elsewhere: PartsReader | undefined;
  /** Encoders that may have to be loaded. */
  readonly loadable: readonly AnyEncoder[];
  /** Those that nobody reads into just now: one is enough where all is read at once. */
  readonly buffers: ReadBuffer[];
  /** Where the engine scans without a copy. */
  readonly atOnce: Uint8Array | undefined;
}

/** Without a promise where the store gives the bytes at once: of many small files each counts. */
function readView(object: FoundObject, reading: Reading): Notebook | Promise<Notebook> {
  const { store, location, path, isListed } = object;
  const { options, buffers, elsewhere } = reading;
  const { cache } = options;
  const how = cache === undefined ? options : { ...options, unless: cache.get(path)?.stamp };
  if (elsewhere !== undefined) {
    return readElsewhere(object, elsewhere, reading, { ...how, listed: isListed });
  }
  const buffer = buffers.pop() ?? { bytes: new Uint8Array(0), atOnce: reading.atOnce };
  const whole =
    isListed && store.readListed !== undefined
      ? store.readListed(location, buffer, how)
      : readOpened(object, buffer, { ...how, listed: isListed });
  return whole instanceof Promise
    ? whole.then((read) => toView(read, buffer, object, reading))
    : toView(whole, buffer, object, reading);
}

async function readOpened(
  { store, location }: FoundObject,
  buffer: ReadBuffer,
  options: OpenOptions,
): Promise<WholeObject | undefined> {
  const opened = await store.open(location, options);
  try {
    const bytes = await opened?.read(buffer);
    return bytes && { bytes, stamp: opened?.stamp, version: opened?.version };
  } finally {
    await opened?.close();
  }
}

async function readElsewhere(
  { store, location, path }: FoundObject,
  read: PartsReader,
  reading: Reading,
  options: OpenOptions,
): Promise<Notebook> {
  const opened = await store.open(location, options);
  if (opened === undefined) return cachedView(path, reading.options.cache);
  try {
    return await toBeUsed(await read(opened, path), opened.stamp, path, reading);
  } finally {
    await opened.close();
  }
}

function cachedView(path: string, cache: NotebookCache | undefined): Notebook {
  const cached = cache?.get(path);
  if (cached === undefined) throw notFound(path);
  return cached.notebook;
}

function toView(
  whole: WholeObject | undefined,
  buffer: ReadBuffer,
  { path }: FoundObject,
  reading: Reading,
): Notebook | Promise<Notebook> {
  // What follows is not interrupted, so nobody reads into it yet.
  reading.buffers.push(buffer);
  if (whole === undefined) return cachedView(path, reading.options.cache);
  const { bytes, stamp, version } = whole;
  const notebook = reading.parse(bytes, path, version === undefined ? undefined : () => version);
  return toBeUsed(notebook, stamp, path, reading);
}

/** The notebook once its encoders are loaded, and it is kept for the next time. */
function toBeUsed(
  notebook: Notebook,
  stamp: Stamp | undefined,
  path: string,
  { options: { cache }, loadable }: Reading,
): Notebook | Promise<Notebook> {
  const keep = (): Notebook => {
    if (stamp !== undefined) cache?.set(path, { stamp, notebook });
    return notebook;
  };
  return loadable.length === 0 ? keep() : loadEncoders(notebook, loadable).then(keep);
}
