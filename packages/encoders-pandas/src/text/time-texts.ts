import type { TimeUnit } from "../arrow/type.ts";
import { dayText } from "../value/calendar.ts";
import { timedeltaText } from "../value/duration.ts";
import { instantOf, perSecond } from "../value/time-unit.ts";
import { timestampText } from "../value/timestamp.ts";

/**
 * Writes the instants of a column as pandas shows them: all with as many digits as the finest of
 * them needs; days alone where all are midnights; with a zone each for itself, and its offset.
 */
export function timestampTexts(
  counts: readonly bigint[],
  unit: TimeUnit,
  timezone: string | null,
): (count: bigint) => string {
  const text = timestampText(unit, timezone, " ");
  if (timezone !== null) {
    // Three digits of a second are for columns alone.
    return (count) => text(count).replace(/(\.\d{3})(?=[+-])/, "$1000");
  }
  const perDay = 86_400n * perSecond[unit];
  if (counts.every((count) => count % perDay === 0n)) {
    return (count) => dayText(Number(count / perDay));
  }
  const digits = fractionDigits(counts, unit);
  return (count) => {
    const [whole = "", fraction = ""] = text(count).split(".");
    return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, "0")}`;
  };
}

/** Writes the durations of a column as pandas shows them. */
export function timedeltaTexts(
  counts: readonly bigint[],
  unit: TimeUnit,
): (count: bigint) => string {
  const perDay = 86_400n * perSecond[unit];
  if (counts.every((count) => count % perDay === 0n)) return (count) => `${count / perDay} days`;
  const needed = fractionDigits(counts, unit);
  const digits = needed === 3 ? 6 : needed;
  return (count) => {
    const [whole = "", fraction = ""] = timedeltaText(count, unit).split(".");
    return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, "0")}`;
  };
}

/** 0, 3, 6 or 9. */
function fractionDigits(counts: readonly bigint[], unit: TimeUnit): number {
  let digits = 0;
  for (const count of counts) {
    const { nanoseconds } = instantOf(count, unit);
    while (digits < 9 && nanoseconds % 10 ** (9 - digits) !== 0) digits += 3;
  }
  return digits;
}
