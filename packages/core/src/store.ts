import type { AbortSignalLike } from "./platform.ts";

/**
 * Where notebooks are read, listed and written: a folder, a bucket, a web server.
 * One contract test runs against every implementation.
 */
export interface Store {
  /** Whether {@link write} honours `ifMatch`. A store that cannot promise it says so. */
  readonly supportsIfMatch: boolean;
  /**
   * Opens the object at `path`. Rejects with `store-not-found`, `store-permission` or `store-io`.
   * With `ifNoneMatch` equal to the current version it gives `"not-modified"`.
   */
  open(path: string, options?: OpenOptions): Promise<OpenedObject | "not-modified">;
  /**
   * Writes the whole object atomically. With a stale `ifMatch`, or `ifNoneMatch: "*"` where the
   * object exists, it rejects with `store-conflict` and changes nothing.
   */
  write(
    path: string,
    pieces: Pieces,
    options?: WriteOptions,
  ): Promise<{ readonly version: string }>;
  /** What lies below `prefix`, in code-point order of path. */
  list(prefix: string, options?: ListOptions): AsyncIterable<ListedObject>;
}

/** Bytes in order, in pieces of any size. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Options of {@link Store.open}. */
export interface OpenOptions {
  readonly signal?: AbortSignalLike | undefined;
  /** A version token; where it is still current, the bytes are not sent again. */
  readonly ifNoneMatch?: string | undefined;
}

/** Options of {@link Store.write}. */
export interface WriteOptions {
  readonly signal?: AbortSignalLike | undefined;
  /** Only if the object still has this version. */
  readonly ifMatch?: string | undefined;
  /** Only if there is no object yet. */
  readonly ifNoneMatch?: "*" | undefined;
}

/** Options of {@link Store.list}. */
export interface ListOptions {
  /** Whether to go below folders. Default `false`. */
  readonly recursive?: boolean | undefined;
  readonly signal?: AbortSignalLike | undefined;
}

/** An object opened for reading. */
export interface OpenedObject {
  /** Bytes. */
  readonly size: number;
  /** The store's own token: an etag, a generation; for files a hash of the bytes. */
  readonly version: string;
  /** The bytes from `start` (inclusive, default 0) to `end` (exclusive, default `size`), in pieces. */
  stream(range?: { readonly start?: number; readonly end?: number }): AsyncIterable<Uint8Array>;
  /** The bytes from `start` (inclusive) to `end` (exclusive). */
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** One listed object. */
export interface ListedObject {
  readonly path: string;
  readonly size: number;
  readonly version: string;
}
