import { utf8Decoder } from "../platform.ts";
import { defaultMaxIntegerDigits } from "./limit.ts";

/** {@link integralValue} of a number that lies in bytes. */
export function integralAt(bytes: Uint8Array, start: number, end: number): bigint | undefined {
  const byte = bytes[start] as number;
  // Every payload has this one.
  if (end - start === 1 && byte === 0x31) return 1n;
  return integralValue(utf8Decoder.decode(bytes.subarray(start, end)));
}

/**
 * The value of a JSON number's text if it is integral: `1`, `1.0` and `1e0` are 1. `undefined` for
 * what has a fraction, is not finite, or is no number. SPEC §3.2.
 */
export function integralValue(text: string): bigint | undefined {
  // Longer integers are no version of anything; reading them exactly would cost quadratic time.
  if (/^-?\d+$/.test(text)) return text.length > defaultMaxIntegerDigits ? undefined : BigInt(text);
  const number = Number(text);
  return Number.isInteger(number) ? BigInt(number) : undefined;
}
