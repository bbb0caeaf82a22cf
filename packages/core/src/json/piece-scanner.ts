/**
 * A scanner of a text that comes in pieces, which may end at any byte: it holds no more than one of
 * them. It says what {@link ScanEngine} says of the whole text, piece by piece.
 */
export interface PieceScanner {
  /** Where the next piece is to be put, from the beginning on. */
  readonly input: Uint8Array;
  /** Of how many bytes pieces must be a multiple, but for the last. `input` is a multiple of it. */
  readonly block: number;
  /** What the last piece added to the tape. Changes with each {@link scan}. */
  readonly tape: PieceTape;
  /** Where the scan stands between two pieces. */
  readonly standing: Standing;
  /** Begins a text. A byte order mark is not part of it. */
  begin(maxDepth: number): void;
  /**
   * Scans the first bytes of `input`.
   *
   * @param isLast whether the text ends with them. There may be none then.
   * @returns whether they go on, and end, as JSON does. Where they do not, nothing more may be asked.
   */
  scan(length: number, isLast: boolean): boolean;
  /**
   * How many line feeds are among the first bytes of `input`. `undefined` where carriage returns are,
   * too, which may end lines. Absent where it counts no faster than others.
   */
  lineFeeds?(length: number): number | undefined;
}

/** A part of a tape: see `Tape`. Containers have no ends here, since those may come later. */
export interface PieceTape {
  /** Offsets in the piece. Only the first `length` count. */
  readonly positions: Uint32Array;
  /** At the index of a colon, the number of its key, as `Tape.ends` has it. Elsewhere nothing. */
  readonly keys: Uint32Array;
  readonly length: number;
}

/** Where a scan stands: all that a parser would need to go on from here. */
export interface Standing {
  /** How many containers are open. */
  readonly depth: number;
  /** A bit for each of them, at its depth: 1 for objects. */
  readonly kinds: Uint8Array;
  /** What may come next, or which part of a number or word has come: see `seeds`. */
  readonly state: number;
  /** Whether a string is open; `state` is then what comes after it. */
  readonly isInString: boolean;
  /** Whether its last character is a backslash that begins an escape. */
  readonly isEscaped: boolean;
  /** How many hexadecimal digits an escape still needs. */
  readonly neededHex: number;
}

// States between tokens. Those of `simd/scan.c`, in its order, and so those of `seeds` behind them.
export const VALUE = 1;
export const VALUE_OR_END = 2;
export const KEY = 3;
export const KEY_OR_END = 4;
export const COLON_NEXT = 5;
export const AFTER_VALUE = 6;
/** The first state inside a number or word. */
export const SIGN = 7;

/** What has come in each state inside a number or word, the one that is at hand. By state. */
export const seeds: readonly string[] = [
  ...["", "", "", "", "", "", ""],
  ...["-", "1", "-0", "0", "0.", "0.0", "0e", "0e+", "0e0"],
  ...["t", "tr", "tru", "f", "fa", "fal", "fals", "n", "nu", "nul", "N", "Na"],
  ...["I", "In", "Inf", "Infi", "Infin", "Infini", "Infinit"],
];

/** Whether the container at a depth is an object. */
export function isObjectAt(kinds: Uint8Array, depth: number): boolean {
  return (((kinds[depth >> 3] as number) >> (depth & 7)) & 1) === 1;
}
