/**
 * Where the shallow structure of a JSON text lies: what the scanner finds in its one pass, and all
 * that a walker needs to reach the members of a payload. ARCHITECTURE.md, "The tape".
 *
 * The bytes at the offsets tell the kinds, so the tape is meaningless without the bytes it was
 * made from, and those must not change.
 */
export interface Tape {
  /**
   * Byte offsets, ascending, of every bracket that opens or closes a container at depth ≤
   * {@link tapeDepth} (the root container has depth 1), of every `:` and `,` of the objects among
   * them, and of every `,` of the arrays at depth ≤ {@link commaDepth}. Only the first `length` count.
   */
  readonly positions: Uint32Array;
  /**
   * At the index of an opening bracket in `positions`, the index of its closing one. At that of a
   * colon, the place of its key in `knownKeys`, {@link bearingKey} for one that begins as
   * `bearingBeginnings` say, {@link otherKey} for any other, or 0 where the engine did not look.
   * Elsewhere nothing.
   */
  readonly ends: Uint32Array;
  /** How many offsets there are. A root that is no container has none. */
  readonly length: number;
  /** Where the JSON text starts: 3 after a byte order mark, else 0. */
  readonly start: number;
  /**
   * Whether `JSON.parse` reads every value as SPEC §10.1 says. False when a number is `NaN`,
   * `Infinity`, an integer `-0` or an integer of 16 digits and more. An engine that does not know
   * says false.
   */
  readonly plain: boolean;
}

/** Options of {@link ScanEngine}. */
export interface ScanOptions {
  /** The deepest nesting of containers that is accepted. Default 10,000. */
  readonly maxDepth?: number | undefined;
  /**
   * Whether the tape is only looked at before the engine is called again, which may then write the next
   * one over it: one copy less. Default `false`.
   */
  readonly lend?: boolean | undefined;
}

/**
 * Checks that `bytes` are JSON and gives their tape, or throws a `ScrapbookError`. The seam between
 * engines: whatever writes the same tape and throws the same codes can stand in for `scan`.
 */
export interface ScanEngine {
  (bytes: Uint8Array, options?: ScanOptions): Tape;
  /**
   * Where the engine can do without a copy of bytes that begin at its first: who reads files reads
   * them into it. Whatever is scanned later lies there too.
   */
  readonly buffer?: Uint8Array | undefined;
}

/** What a tape says of a key that is none of `knownKeys`. */
export const otherKey = 255;

/** What a tape says of a key that begins as one of `bearingBeginnings`. */
export const bearingKey = 254;

/** Depth of the innermost containers on the tape: a payload, in a bundle, in an output. */
export const tapeDepth = 7;

/** Depth of the innermost arrays whose commas are on the tape: a cell's outputs. */
export const commaDepth = 4;
