/** A piece of the bytes: from offset `start` up to, but not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first offset from `at` on that holds no white space. There must be one. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let i = at;
  while (isSpace(bytes[i])) i++;
  return i;
}

/** The end of what stands before `at`, without the white space between. There must be something. */
export function trimSpace(bytes: Uint8Array, at: number): number {
  let i = at;
  while (isSpace(bytes[i - 1])) i--;
  return i;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
