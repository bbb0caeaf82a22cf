/** Whether bit `index` is set; bits count from the lowest of each byte. */
export const hasBit = (bits: Uint8Array, index: number): boolean =>
  (((bits[index >> 3] as number) >> (index & 7)) & 1) === 1;

/** The bits `start` to `start + length`, moved to the front of new bytes; the rest is 0. */
export function sliceBits(
  bits: Uint8Array,
  start: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const size = (length + 7) >> 3;
  const first = start >> 3;
  const shift = start & 7;
  const result = new Uint8Array(size);
  if (shift === 0) result.set(bits.subarray(first, first + size));
  else {
    for (let i = 0; i < size; i++) {
      const low = bits[first + i] ?? 0;
      const high = bits[first + i + 1] ?? 0;
      result[i] = (low >> shift) | (high << (8 - shift));
    }
  }
  const spare = length & 7;
  if (spare !== 0) result[size - 1] = (result[size - 1] as number) & ((1 << spare) - 1);
  return result;
}

/** How many of the first `length` bits are 0. */
export function countZeros(bits: Uint8Array, length: number): number {
  let ones = 0;
  const whole = length >> 3;
  for (let i = 0; i < whole; i++) ones += ones8(bits[i] as number);
  const spare = length & 7;
  if (spare !== 0) ones += ones8((bits[whole] as number) & ((1 << spare) - 1));
  return length - ones;
}

/** How many bits of a byte are set. */
function ones8(byte: number): number {
  let bits = byte - ((byte >> 1) & 0x55);
  bits = (bits & 0x33) + ((bits >> 2) & 0x33);
  return (bits + (bits >> 4)) & 15;
}

/** A bit each: 1 where `isSet`. */
export function bitsOf(length: number, isSet: (index: number) => boolean): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array((length + 7) >> 3);
  for (let i = 0; i < length; i++) {
    if (isSet(i)) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  }
  return bits;
}
