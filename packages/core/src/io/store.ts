import type { OptionRules } from "../error/check-options.ts";
import type { AbortSignalLike } from "../platform.ts";
import type { OpenedObject, ReadBuffer, Stamp, Version, WholeObject } from "./opened-object.ts";

export type {
  ByteRange,
  OpenedObject,
  ReadBuffer,
  Stamp,
  Version,
  WholeObject,
} from "./opened-object.ts";

/**
 * A place where notebooks are read, listed and written: a folder, a bucket, a web server, the
 * origin's own storage. The verbs (`readNotebook`, `editNotebooks`, …) exist once, over any store:
 * see `createIO`. One contract suite runs against every implementation: `quality/store-contract`.
 *
 * Every method rejects with a `store-` error (SPEC §12.7) or, once a signal is aborted, with the
 * signal's reason. A store never retries a whole change by itself: that is the verbs' business.
 * What it may do again is a single request whose answer was lost.
 *
 * @typeParam Location what names an object here: a path or URL as text, or a handle such as a
 * browser's `File`. A `URL` object never comes here: the verbs give its text.
 */
export interface Store<Location = string> {
  /** A short name for messages: `file`, `s3`, `opfs`. */
  readonly name: string;

  /** How many objects are best read or changed at once, if the caller does not say. Default 4. */
  readonly concurrency?: number | undefined;

  /**
   * Options of its own that callers of the verbs may give, such as a time-out: they come with those
   * of every method. Default none.
   */
  readonly optionRules?: OptionRules | undefined;

  /** Whether this store serves a location. Looks at the location alone; nothing is asked. */
  matches(location: unknown): location is Location;

  /**
   * How a location is called in messages, keys and tables: `/` between names, no credentials, no
   * query. `redact` helps.
   */
  nameOf(location: Location): string;

  /**
   * The location as a glob with `/` between names, or `undefined` where it cannot be one. Default: a
   * location that is text, as it is. The part before the first wildcard must be a location again.
   */
  patternOf?(location: Location): string | undefined;

  /**
   * What the store can promise for a location. It may ask the server first; it never pretends.
   * Cheap when called again.
   */
  can(location: Location, options?: StoreOptions): Promise<StoreAbilities> | StoreAbilities;

  /**
   * Whether a part of an object can be read without the rest, where `can` has to write to find out
   * what else it promises. Nothing is written for it. Default: what `can` says.
   */
  hasRanges?(location: Location, options?: StoreOptions): Promise<boolean> | boolean;

  /**
   * What lies at a location: a folder or prefix that can be listed, an object, or nothing. A store
   * that cannot list says `"object"`, and lets `open` find out.
   */
  kindOf(location: Location, options?: StoreOptions): Promise<LocationKind> | LocationKind;

  /**
   * Opens an object for reading.
   *
   * @returns `undefined` where the object still has the stamp `unless`: nothing was sent.
   * @throws (rejects with) `store-not-found`, `store-permission`, `store-unauthenticated`,
   * `store-not-file`, `store-too-large`, `store-unreachable`, `store-timeout`, `store-io`.
   */
  open(location: Location, options?: OpenOptions): Promise<OpenedObject | undefined>;

  /**
   * `open`, `read` and `close` of a listed object in one, for stores where many small ones take
   * longer to open than to read. Gives the bytes at once, without a promise, where that keeps others
   * in the event loop waiting for moments only. Absent where the three do as well.
   *
   * @param into as for {@link OpenedObject.read}.
   * @returns and throws, or rejects with, what `open` and `read` do.
   */
  readListed?(
    location: Location,
    into: ReadBuffer,
    options?: Omit<OpenOptions, "listed">,
  ): WholeObject | undefined | Promise<WholeObject | undefined>;

  /**
   * Writes an object whole: whoever reads it sees the old bytes or the new ones.
   *
   * @throws (rejects with) `store-conflict` where `expect` does not hold, and then nothing has
   * changed; `store-unsupported` where the store cannot write, or cannot promise `expect`;
   * `store-outcome-unknown`. What the pieces throw is passed on as it is.
   */
  write(location: Location, pieces: Pieces, options?: WriteOptions): Promise<Written>;

  /**
   * One attempt to read, change and write without losing what somebody else writes meanwhile: under
   * a lock, or by a conditional write.
   *
   * @param change gets the object as it is now, and gives the new bytes, or `undefined` to leave
   * everything as it is. Called at most once. The bytes it reads may not be changed, and not be used
   * after the replacing.
   * @returns `undefined` where nothing was written.
   * @throws (rejects with) `store-not-found` where there is nothing to change; `store-conflict`
   * where somebody else was faster: nothing has changed, and the caller may try again;
   * `store-unsupported`. What `change` throws is passed on as it is.
   */
  replace(
    location: Location,
    change: (now: OpenedObject) => Promise<Pieces | undefined>,
    options?: ReplaceOptions,
  ): Promise<Written | undefined>;

  /**
   * What lies below a folder or prefix, page by page, in code-point order of `path`. All objects,
   * not only notebooks. Absent where the store cannot list.
   *
   * @throws (rejects with) `store-not-found` where a folder is not there.
   */
  list?(location: Location, options?: ListOptions): ListedObjects<Location>;

  /**
   * The version of an object that holds these bytes, for stores whose version is a hash of them:
   * `notebook.version` is then computed when somebody asks, so that reading costs nothing. Absent
   * where {@link OpenedObject.version} is known without it.
   */
  versionOf?(bytes: Uint8Array): Version;
}

/** What lies at a location. */
export type LocationKind = "folder" | "object" | "none";

/** What a store promises. What is `false` is refused with `store-unsupported`, never done badly. */
export interface StoreAbilities {
  /** `write` honours `expect: version`, and `replace` loses no change of others. */
  readonly expect: boolean;
  /** `write` honours `expect: "none"`. */
  readonly create: boolean;
  /** `slice` and ranged `stream` fetch no more than what is asked for. */
  readonly ranges: boolean;
  /** `list` is there. */
  readonly list: boolean;
  /** `write` is there at all. */
  readonly write: boolean;
}

/**
 * Bytes in order, in pieces of any size. Where they come as a generator, a piece is valid only until
 * the next is asked for. An array can be walked again: a store that has to send its bytes twice
 * copies anything else.
 */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What every method of a store takes, beside the options of {@link Store.optionRules}. */
export interface StoreOptions {
  /** Stops what is under way. Default none. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Options of {@link Store.open}. */
export interface OpenOptions extends StoreOptions {
  /** Gives `undefined` where the object still has this stamp. Default: it is always opened. */
  readonly unless?: Stamp | undefined;
  /** Most bytes, counted after unpacking; more is `store-too-large`. Default 2 GiB. */
  readonly maxBytes?: number | undefined;
  /**
   * Whether the location was found by listing rather than named by the caller: then only an ordinary
   * object is opened, never a pipe or a device. Default `false`.
   */
  readonly listed?: boolean | undefined;
}

/** Options of {@link Store.write}. */
export interface WriteOptions extends StoreOptions {
  /** Only if the object still has this version; `"none"`: only if there is none. Default: always. */
  readonly expect?: Version | "none" | undefined;
}

/** Options of {@link Store.replace}. */
export interface ReplaceOptions extends StoreOptions {
  /** Most bytes of what is there; more is `store-too-large`. Default 2 GiB. */
  readonly maxBytes?: number | undefined;
}

/** Options of {@link Store.list}. */
export interface ListOptions extends StoreOptions {
  /** Whether to go below folders. Default `false`. */
  readonly recursive?: boolean | undefined;
  /** Whether folders whose names begin with a dot are entered, `.ipynb_checkpoints` among them. Default `false`. */
  readonly hidden?: boolean | undefined;
  /** Whether `size` and `stamp` are wanted where they cost a further look. Default `false`. */
  readonly stamps?: boolean | undefined;
  /**
   * Tells, by its whole path, whether a folder need be entered: a hint that spares work. What lies
   * in others may be given all the same. Default: all.
   */
  readonly enter?: ((path: string) => boolean) | undefined;
}

/** What a write gives. */
export interface Written {
  readonly version: Version;
}

/** What is listed, one object after the other. */
export interface ListedObjects<Location = string> extends AsyncIterable<ListedObject<Location>> {
  /**
   * The same, in place of it, many at a time: for stores that learn of many at once, and whose
   * objects are read so fast that a promise for each would count. Absent where it does not.
   */
  readonly pages?: AsyncIterable<readonly ListedObject<Location>[]> | undefined;
}

/** One listed object. */
export interface ListedObject<Location = string> {
  readonly location: Location;
  /** The whole path, `/` between names: what keys and order are made from. It begins with `nameOf` of the folder that was listed. */
  readonly path: string;
  readonly size: number | undefined;
  readonly stamp: Stamp | undefined;
}
