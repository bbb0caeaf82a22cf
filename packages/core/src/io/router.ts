import { ScrapbookError } from "../error/error.ts";
import type { PieceScanner } from "../json/piece-scanner.ts";
import type { ScanEngine } from "../json/tape.ts";
import type { EditInPieces } from "./edit-in-pieces.ts";
import type { NotebookReader } from "./elsewhere.ts";
import { notALocation, toLocation } from "./location.ts";
import { redact } from "./redact.ts";
import type { Store } from "./store.ts";

/** The stores of a package, and where more may be found. */
export interface IOSetup {
  /** Asked in this order, after those that a caller gives. */
  readonly stores: readonly Store<unknown>[];
  /**
   * Gives what scans the bytes where the caller's options name no engine: asked when a verb first
   * needs it. Default: the scanner in TypeScript.
   */
  readonly engine?: (() => ScanEngine | undefined) | undefined;
  /**
   * Gives what scans notebooks that are read in pieces: one for each. Default: the scanner in
   * TypeScript.
   */
  readonly pieceScanner?: (() => PieceScanner | undefined) | undefined;
  /** Reads notebooks elsewhere than on this thread. Default: they are read here. */
  readonly reader?: NotebookReader | undefined;
  /**
   * Gives what edits notebooks that are too large to be held, `editInPieces` of
   * `@scrapbook/core/stream`: loaded when one comes. Default: they are held.
   */
  readonly editInPieces?: (() => Promise<EditInPieces>) | undefined;
  /** Loaded when an address comes that no store serves. Default none. */
  readonly lazy?: LazyStores | undefined;
}

/**
 * Stores that are loaded when they are needed. The package exports `stores: readonly Store[]`, ready
 * for use: whatever they need besides they load themselves, when they are first asked.
 */
export interface LazyStores {
  /** The package's name, for the message where it is not installed. */
  readonly package: string;
  /** The schemes it serves, without colon, in lower case. */
  readonly schemes: readonly string[];
  /** Imports it. Gives `undefined` where it is not installed. */
  load(): Promise<{ readonly stores: readonly Store<unknown>[] } | undefined>;
}

/** A location, and the store that serves it. */
export interface Route {
  readonly store: Store<unknown>;
  readonly location: unknown;
}

/** Schemes; a single letter before `:/` is a drive of Windows. */
const scheme = /^([a-z][a-z0-9+.-]*):\/\/|^([a-z][a-z0-9+.-]+):\//i;

/**
 * The store for a location: the first that serves it of those given by the caller, then of the
 * package's own, then of the package that is loaded for its scheme.
 *
 * @param taker the function that was called, for messages.
 * @throws (rejects with) `usage-argument` for what is no location; `store-scheme` where nobody
 * serves its scheme.
 */
export async function routeTo(
  taker: string,
  given: unknown,
  stores: readonly Store<unknown>[],
  { stores: own, lazy }: IOSetup,
): Promise<Route> {
  const location = toLocation(taker, given);
  const near = findStore([...stores, ...own], location);
  if (near !== undefined) return { store: near, location };
  if (typeof location !== "string") throw notALocation(taker, given);
  const wanted = schemeOf(location);
  if (wanted !== undefined && lazy?.schemes.includes(wanted)) {
    const loaded = await lazy.load();
    if (loaded === undefined) throw schemeError(location, wanted, lazy.package);
    const far = findStore(loaded.stores, location);
    if (far !== undefined) return { store: far, location };
  }
  throw schemeError(location, wanted);
}

function findStore(
  stores: readonly Store<unknown>[],
  location: unknown,
): Store<unknown> | undefined {
  return stores.find((store) => store.matches(location)) as Store<unknown> | undefined;
}

/** The scheme of an address, in lower case; `undefined` for a path. */
export function schemeOf(location: string): string | undefined {
  const [, double, single] = scheme.exec(location) ?? [];
  return (double ?? single)?.toLowerCase();
}

function schemeError(location: string, wanted: string | undefined, install?: string) {
  const give = "give a store that serves it: { stores: [...] }";
  return new ScrapbookError("store-scheme", {
    what: wanted === undefined ? "No store serves this" : `No store serves ${wanted}:// addresses`,
    source: redact(location),
    hint:
      wanted === "adl"
        ? "Azure Data Lake Gen1 was retired in 2024: its successor's URLs begin with abfss://."
        : install === undefined
          ? `Fetch the bytes and give them to parseNotebook of @scrapbook/core, or ${give}.`
          : `Install ${install}, which does, or ${give}.`,
  });
}
