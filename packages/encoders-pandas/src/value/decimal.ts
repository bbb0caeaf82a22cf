/** The exact text of a decimal: its digits as an integer, `scale` of them behind the point. */
export function decimalText(unscaled: bigint, scale: number): string {
  const negative = unscaled < 0n;
  const digits = String(negative ? -unscaled : unscaled);
  const sign = negative ? "-" : "";
  if (scale <= 0) return sign + digits + (digits === "0" ? "" : "0".repeat(-scale));
  const padded = digits.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/**
 * The digits of a decimal text as an integer with `scale` of them behind the point; undefined for a
 * text that is no decimal, or that has more digits behind the point than the scale keeps.
 */
export function parseDecimal(text: string, scale: number): bigint | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  if (/[^0]/.test(fraction.slice(scale))) return undefined;
  const digits = BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0") || "0");
  return sign === "-" ? -digits : digits;
}

/** A little-endian two's complement integer of `words` 64-bit words. */
export function readWide(words: BigUint64Array, index: number, size: number): bigint {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 64n) | (words[index * size + i] as bigint);
  return BigInt.asIntN(64 * size, value);
}

/** Writes what {@link readWide} reads. */
export function writeWide(words: BigUint64Array, index: number, size: number, value: bigint): void {
  let rest = BigInt.asUintN(64 * size, value);
  for (let i = 0; i < size; i++) {
    words[index * size + i] = BigInt.asUintN(64, rest);
    rest >>= 64n;
  }
}
