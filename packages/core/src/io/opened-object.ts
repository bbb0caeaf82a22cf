/**
 * A cheap token that changes when the object does, as far as the store can tell without reading it:
 * an etag, a generation, a file's times, size and inode. Compare it only for equality.
 */
export type Stamp = string & { readonly "scrapbook.stamp"?: never };

/**
 * A strong token of an object's bytes as they were when read or written: what `expect` takes. An
 * etag or a generation, for files a hash. Compare it only for equality.
 */
export type Version = string & { readonly "scrapbook.version"?: never };

/** An object opened for reading: always the same bytes, whatever happens in the store meanwhile, or an error. */
export interface OpenedObject {
  /** Bytes, where they are known before the end: not those of a pipe, nor of what is unpacked. */
  readonly size: number | undefined;
  /** `undefined` where the store has no such token, or cannot trust it yet. */
  readonly stamp: Stamp | undefined;
  /**
   * The strong version, known at the latest when all bytes were read. `undefined` where
   * `versionOf` of the store tells it from the bytes, and where the store has none.
   */
  readonly version: Version | undefined;

  /**
   * Whether it may be read twice rather than be held: then a large notebook is edited in pieces.
   * Default `false`.
   */
  readonly canReadTwice?: boolean | undefined;

  /**
   * All bytes. Rejects with `store-too-large` beyond `maxBytes`, before more than that is held.
   *
   * @param into a buffer to use again, which is made larger where it is too small. The result is
   * then a view of it, which the next read into it overwrites. Default: an array of its own.
   */
  read(into?: ReadBuffer): Promise<Uint8Array>;

  /**
   * The bytes from `start` (inclusive, default 0) to `end` (exclusive, default the end), in pieces. A
   * range may reach beyond the end.
   */
  stream(range?: ByteRange): AsyncIterable<Uint8Array>;

  /** The bytes from `start` (inclusive) to `end` (exclusive), fewer where the object ends before. */
  slice(start: number, end: number): Promise<Uint8Array>;

  /** Gives back what is held open. May be called more than once. */
  close(): Promise<void>;
}

/** An object that was read whole. */
export interface WholeObject extends Pick<OpenedObject, "stamp" | "version"> {
  readonly bytes: Uint8Array;
}

/** A buffer for many reads, one after the other. */
export interface ReadBuffer {
  bytes: Uint8Array;
  /**
   * Where the engine scans bytes without a copy: for what is given at once, without a promise, since
   * others read into it as well.
   */
  readonly atOnce?: Uint8Array | undefined;
}

/** Byte offsets. */
export interface ByteRange {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /**
   * A buffer for one piece after the other, which a store may use: a piece is then valid only until
   * the next is asked for. Default: each piece has bytes of its own.
   */
  readonly into?: ReadBuffer | undefined;
}
