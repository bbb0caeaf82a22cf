import type { TimeUnit } from "../arrow/type.ts";

/** Units in a second: of seconds, milliseconds, microseconds, nanoseconds. */
export const perSecond = [1n, 1_000n, 1_000_000n, 1_000_000_000n] as const;

/** Decimal digits of a second that a unit can tell apart. */
const digits = [0, 3, 6, 9] as const;

/**
 * Whole seconds, rounded down, and the nanoseconds after them. Only columns that count seconds have
 * so many that they are no safe integers: their dates are hundreds of millions of years away.
 */
export interface Instant {
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** Splits a count of units; negative ones too have nanoseconds from 0 up. */
export function instantOf(count: bigint, unit: TimeUnit): Instant {
  const number = Number(count);
  if (Number.isSafeInteger(number)) {
    const size = 10 ** digits[unit];
    const whole = Math.floor(number / size);
    return { seconds: whole, nanoseconds: (number - whole * size) * 10 ** (9 - digits[unit]) };
  }
  const per = perSecond[unit];
  let seconds = count / per;
  let rest = count % per;
  if (rest < 0n) {
    rest += per;
    seconds -= 1n;
  }
  return { seconds: Number(seconds), nanoseconds: Number(rest) * 10 ** (9 - digits[unit]) };
}

/** Milliseconds, with what lies below them as a fraction. */
export function milliseconds(count: bigint, unit: TimeUnit): number {
  const { seconds, nanoseconds } = instantOf(count, unit);
  return seconds * 1000 + nanoseconds / 1e6;
}

/** `.123`, `.123456` or `.123456789`, as few as say it all; nothing when there is nothing to say. */
export function fractionText(nanoseconds: number): string {
  if (nanoseconds === 0) return "";
  const text = String(nanoseconds).padStart(9, "0");
  if (text.endsWith("000000")) return `.${text.slice(0, 3)}`;
  return text.endsWith("000") ? `.${text.slice(0, 6)}` : `.${text}`;
}
