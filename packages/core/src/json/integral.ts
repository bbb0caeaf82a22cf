import { defaultMaxIntegerDigits } from "./limit.ts";

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
