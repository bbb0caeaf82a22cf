import type { TimeUnit } from "../arrow/type.ts";
import { dayText, two } from "./calendar.ts";
import { fractionText, instantOf } from "./time-unit.ts";
import { type Offset, timezoneOffset } from "./timezone.ts";

/** Writes the instants of a column. */
export type TimestampText = (count: bigint) => string;

/**
 * ISO 8601 with all digits that the instant has: `2024-03-31T00:30:00.000000001`; with a zone, its
 * local time and the offset of that moment: `2024-03-31T03:00:00+02:00`.
 */
export function timestampText(
  unit: TimeUnit,
  timezone: string | null,
  between = "T",
): TimestampText {
  const offset = timezone === null ? undefined : timezoneOffset(timezone);
  let lastDay = Number.NaN;
  let lastText = "";
  return (count) => {
    const { seconds, nanoseconds } = instantOf(count, unit);
    const shift = offset?.(seconds) ?? 0;
    const local = seconds + shift;
    const day = Math.floor(local / 86_400);
    // What lies in one column often lies on one day.
    if (day !== lastDay) {
      lastDay = day;
      lastText = dayText(day);
    }
    const text = `${lastText}${between}${clockText(local - day * 86_400)}${fractionText(nanoseconds)}`;
    return offset === undefined ? text : text + offsetText(shift);
  };
}

/** `23:59:59`, of the seconds since midnight. */
export function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** `+05:30`; offsets of before 1900 may have seconds. */
function offsetText(seconds: ReturnType<Offset>): string {
  const size = Math.abs(seconds);
  const text = clockText(size);
  return (seconds < 0 ? "-" : "+") + (size % 60 === 0 ? text.slice(0, 5) : text);
}

/** `23:59:59.999999`, of a time of day. */
export function timeText(count: bigint, unit: TimeUnit): string {
  const { seconds, nanoseconds } = instantOf(count, unit);
  return clockText(seconds) + fractionText(nanoseconds);
}
