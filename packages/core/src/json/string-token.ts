import { bytesBelow, stringFlags } from "./word.ts";

/**
 * The offset after the closing quote of the string whose opening quote stands before `at`; 0 when
 * it is no valid string, or does not end in the bytes. `view` is of the same bytes.
 */
export function stringEnd(bytes: Uint8Array, view: DataView, at: number): number {
  const limit = bytes.length;
  const wide = limit - 8;
  let i = at;
  for (;;) {
    while (i <= wide) {
      const low = stringFlags(view.getInt32(i, true));
      const high = stringFlags(view.getInt32(i + 4, true));
      if ((low | high) !== 0) {
        i += low !== 0 ? bytesBelow(low) : bytesBelow(high) + 4;
        break;
      }
      i += 8;
    }
    if (i >= limit) return 0;
    const byte = bytes[i++] as number;
    if (byte === 0x22 /* " */) return i;
    if (byte === 0x5c /* \ */) i = escapeEnd(bytes, i);
    else if (byte >= 0x80) i = charactersEnd(bytes, i);
    else if (byte < 0x20) return 0;
    if (i === 0) return 0;
  }
}

/** The offset after the escape whose backslash stands before `at`; 0 when it is none. */
function escapeEnd(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return 0;
  switch (bytes[at]) {
    case 0x6e: // n
    case 0x22: // "
    case 0x5c: // \
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x72: // r
    case 0x74: // t
      return at + 1;
    case 0x75: // u
      return areHex(bytes, at + 1, at + 5) ? at + 5 : 0;
    default:
      return 0;
  }
}

function areHex(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    const letter = byte | 0x20;
    if ((byte < 0x30 || byte > 0x39) && (letter < 0x61 || letter > 0x66)) return false;
  }
  return true;
}

/**
 * The offset after the run of characters beyond ASCII whose first lead byte stands before `at`;
 * 0 when they are not UTF-8.
 */
function charactersEnd(bytes: Uint8Array, at: number): number {
  let i = at;
  let lead = bytes[at - 1] as number;
  while (lead >= 0x80) {
    const end = lead < 0xe0 ? i + 1 : lead < 0xf0 ? i + 2 : i + 3;
    // A byte must follow the character, if only the string's closing quote.
    if (lead < 0xc2 || lead > 0xf4 || end >= bytes.length) return 0;
    const second = bytes[i++] as number;
    if (second < lowestSecond(lead) || second > highestSecond(lead)) return 0;
    while (i < end) if (((bytes[i++] as number) & 0xc0) !== 0x80) return 0;
    lead = bytes[i++] as number;
  }
  return i - 1;
}

// The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF.

/** The least second byte of a UTF-8 character that begins with `lead`. */
export function lowestSecond(lead: number): number {
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

/** The greatest second byte of a UTF-8 character that begins with `lead`. */
export function highestSecond(lead: number): number {
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}
