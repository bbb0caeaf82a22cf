import { bytesBelow, nonSpaceBits } from "./word.ts";

/** The first offset from `at` on that holds no white space. One must come before the view's end. */
export function spaceEnd(bytes: Uint8Array, view: DataView, at: number): number {
  let i = at;
  let byte = bytes[i] as number;
  if (byte > 0x20) return i;
  if (byte === 0x0a /* LF */) {
    // What Jupyter writes: a line's end, then the next line's indentation.
    i++;
    const wide = bytes.length - 4;
    while (i <= wide) {
      const bits = nonSpaceBits(view.getInt32(i, true));
      if (bits !== 0) {
        i += bytesBelow(bits);
        break;
      }
      i += 4;
    }
    byte = bytes[i] as number;
  }
  while (byte === 0x20 || byte === 0x0a /* LF */ || byte === 0x0d || byte === 0x09) {
    byte = bytes[++i] as number;
  }
  return i;
}

/** As {@link spaceEnd}, for callers without a view. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let i = at;
  while (isSpace(bytes[i])) i++;
  return i;
}

/** The end of what stands before `at`, without the white space between; `start` if nothing does. */
export function trimSpace(bytes: Uint8Array, start: number, at: number): number {
  let i = at;
  while (i > start && isSpace(bytes[i - 1])) i--;
  return i;
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a /* LF */ || byte === 0x0d || byte === 0x09;
}
