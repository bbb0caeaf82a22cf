import { forReading } from "../io/engine.ts";
import { checkVerb } from "../io/options.ts";
import { type IOSetup, routeTo } from "../io/router.ts";
import type { Store, StoreOptions } from "../io/store.ts";
import { notFound } from "../io/store-error.ts";
import { byteScanner } from "../json/byte-scanner.ts";
import { type ByteSource, notASource, openedPieces, piecesOf } from "./byte-source.ts";
import { type ReadScrapsOptions, readScrapsRules } from "./options.ts";
import { readPieces } from "./read-pieces.ts";
import type { StreamedNotebook } from "./streamed-notebook.ts";

/**
 * Reads a notebook of any size from its bytes in pieces, holding its scraps and nothing else. What it
 * gives is what `readNotebook` would, but that long displays are read again when they are asked for.
 *
 * @param source a `ReadableStream`, a fetch `Response`, a `Blob` or `File`, an iterable or asynchronous
 * iterable of bytes, an object that a store has opened, or a location of one of `options.stores`.
 * @throws (rejects with) what `readNotebook` rejects with; `store-too-large` where more would have to
 * be held than is allowed; `usage-argument`. SPEC §12, §15.1.
 */
export function readScraps(
  source: ByteSource | string,
  options: ReadScrapsOptions = {},
): Promise<StreamedNotebook> {
  return readScrapsOver({ stores: [] }, source, options);
}

/** {@link readScraps}, of a location of some stores as well. */
export async function readScrapsOver(
  setup: IOSetup,
  given: unknown,
  options: ReadScrapsOptions = {},
): Promise<StreamedNotebook> {
  checkVerb("readScraps", options, readScrapsRules, setup);
  const scanner = options.pieceScanner ?? setup.pieceScanner?.() ?? byteScanner();
  const direct = piecesOf(given);
  if (direct !== undefined) {
    return readPieces(direct, scanner, forReading(options, setup), () => undefined);
  }
  const stores = options.stores ?? [];
  if (stores.length + setup.stores.length === 0) throw notASource("readScraps", given);
  const { store, location } = await routeTo("readScraps", given, stores, setup);
  const name = store.nameOf(location);
  const maxBytes = options.maxBytes ?? Number.MAX_SAFE_INTEGER;
  const opened = await store.open(location, { ...options, maxBytes });
  if (opened === undefined) throw notFound(name);
  const whole = openedPieces(opened);
  const ranges = await hasRanges(store, location, options).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const pieces = ranges ? whole : { ...whole, slice: undefined };
  const reading = forReading({ ...options, maxBytes, source: options.source ?? name }, setup);
  return readPieces(pieces, scanner, reading, () => opened.version);
}

/** To find out all that `can` says, some stores write; who reads may not be allowed to. */
async function hasRanges(
  store: Store<unknown>,
  location: unknown,
  options: StoreOptions,
): Promise<boolean> {
  if (store.hasRanges !== undefined) return store.hasRanges(location, options);
  return (await store.can(location, options)).ranges;
}
