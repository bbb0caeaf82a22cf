// What a byte of a string needs: nothing, its end, a look at what follows, or refusal.
const PLAIN = 0;
const QUOTE = 1;
const ESCAPE = 2;
const CONTROL = 3;
const MULTIBYTE = 4;

const kinds: Uint8Array = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x22) return QUOTE;
  if (byte === 0x5c) return ESCAPE;
  if (byte < 0x20) return CONTROL;
  return byte < 0x80 ? PLAIN : MULTIBYTE;
});

/**
 * The offset after the closing quote of the string whose opening quote stands before `at`, or −1
 * when it is no valid string that ends before `limit`.
 */
export function stringEnd(bytes: Uint8Array, at: number, limit: number): number {
  let i = at;
  while (i < limit) {
    const kind = kinds[bytes[i++] as number];
    if (kind === PLAIN) continue;
    if (kind === QUOTE) return i;
    if (kind === ESCAPE) i = escapeEnd(bytes, i, limit);
    else if (kind === MULTIBYTE) i = characterEnd(bytes, i, limit);
    else return -1;
    if (i < 0) return -1;
  }
  return -1;
}

function escapeEnd(bytes: Uint8Array, at: number, limit: number): number {
  if (at >= limit) return -1;
  switch (bytes[at]) {
    case 0x22: // "
    case 0x5c: // \
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return at + 1;
    case 0x75: // u
      if (at + 5 > limit) return -1;
      for (let i = at + 1; i < at + 5; i++) if (!isHex(bytes[i] as number)) return -1;
      return at + 5;
    default:
      return -1;
  }
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

/** The offset after the character whose lead byte stands before `at`; −1 if it is no UTF-8. */
function characterEnd(bytes: Uint8Array, at: number, limit: number): number {
  const lead = bytes[at - 1] as number;
  const length = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  if (lead < 0xc2 || lead > 0xf4 || at + length > limit) return -1;
  // The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF.
  const second = bytes[at] as number;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return -1;
  for (let i = at + 1; i < at + length; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) return -1;
  return at + length;
}
