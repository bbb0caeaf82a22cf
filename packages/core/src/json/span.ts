/** A piece of the bytes: from offset `start` up to, but not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
