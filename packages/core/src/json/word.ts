// Four bytes are looked at in one go, as a little-endian word. A mask flags bytes by their highest
// bits. Only the lowest flag of a mask is exact: a borrow or carry may spill into the bytes above it.

/** Flags the bytes that a string cannot just go on over: `"`, `\`, control characters, non-ASCII. */
export function stringFlags(word: number): number {
  // Swapping 0x20 with 0x22 and 0x21 with 0x23 puts the quote next to the control characters.
  const quoteOrControl = (word ^ 0x02020202) - 0x21212121;
  const backslash = (word ^ 0x5c5c5c5c) - 0x01010101;
  return (word | quoteOrControl | backslash) & 0x80808080;
}

/** Flags the bytes that are no digit. */
export function nonDigitFlags(word: number): number {
  const digits = word - 0x30303030;
  return (digits | (digits + 0x76767676)) & 0x80808080;
}

/** Bits of the bytes that are no space; 0 when all four are. */
export function nonSpaceBits(word: number): number {
  return word ^ 0x20202020;
}

/** How many bytes stand before the lowest one that has a bit in `mask`, which has one. */
export function bytesBelow(mask: number): number {
  return (31 - Math.clz32(mask & -mask)) >> 3;
}
