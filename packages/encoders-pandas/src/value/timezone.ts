import { type DateTimeFormat, platform } from "../platform.ts";

/** Seconds that a zone's clocks are ahead of UTC at an instant, given in seconds since 1970. */
export type Offset = (seconds: number) => number;

/**
 * The offsets of a zone: `UTC`, `+05:30`, or a name of the tz database. A name that the platform
 * does not know counts as UTC: the instant stays right, and the text says which offset it has.
 */
export function timezoneOffset(timezone: string): Offset {
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(timezone);
  if (fixed !== null) {
    const [, sign, hours, minutes] = fixed;
    const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
    return () => (sign === "-" ? -seconds : seconds);
  }
  if (/^(UTC|Etc\/UTC|Z|GMT)$/i.test(timezone)) return () => 0;
  return namedOffset(timezone) ?? (() => 0);
}

function namedOffset(timeZone: string): Offset | undefined {
  let format: DateTimeFormat;
  try {
    format = new platform.Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
  const known = new Map<number, number>();
  return (seconds) => {
    // Clocks change at most at quarters of an hour, so one answer serves such a quarter.
    const quarter = Math.floor(seconds / 900);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsetAt(format, quarter * 900);
      if (known.size < 100_000) known.set(quarter, offset);
    }
    return offset;
  };
}

function offsetAt(format: DateTimeFormat, seconds: number): number {
  const date = new Date(seconds * 1000);
  // Beyond what Date can hold, zones follow no rules that anybody wrote down.
  if (Number.isNaN(date.getTime())) return 0;
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const part = (name: string) => Number(parts.get(name));
  const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
  const local = new Date(0);
  local.setUTCFullYear(year, part("month") - 1, part("day"));
  local.setUTCHours(part("hour"), part("minute"), part("second"));
  return local.getTime() / 1000 - seconds;
}
