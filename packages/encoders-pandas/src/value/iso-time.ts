import type { TimeUnit } from "../arrow/type.ts";
import { civilDay, epochDays } from "./calendar.ts";
import { perSecond } from "./time-unit.ts";

/** An instant, or a local time where no offset was given. */
export interface IsoTime {
  readonly seconds: bigint;
  readonly nanoseconds: number;
  /** Whether the text has an offset, so that the seconds are of UTC. */
  readonly hasOffset: boolean;
}

const dayPattern = String.raw`([+-]\d{6}|\d{4})-(\d\d)-(\d\d)`;
const clockPattern = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?`;
const isoPattern = new RegExp(
  String.raw`^${dayPattern}(?:[T ]${clockPattern}(?:\s?(Z|[+-]\d\d(?::?\d\d)?))?)?$`,
);
const clockOnly = new RegExp(`^${clockPattern}$`);

/** Reads ISO 8601: a day, or a day and a time with up to nine digits, with an offset or without. */
export function parseIsoTime(text: string): IsoTime | undefined {
  const match = isoPattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset] = match;
  const days = validDay(Number(year), Number(month), Number(day));
  const clock = validClock(hour, minute, second);
  if (days === undefined || clock === undefined) return undefined;
  return {
    seconds: BigInt(days * 86_400 + clock) - BigInt(offsetSeconds(offset)),
    nanoseconds: Number(fraction.padEnd(9, "0")),
    hasOffset: offset !== undefined,
  };
}

/** Reads a time of day. */
export function parseClock(text: string): Pick<IsoTime, "seconds" | "nanoseconds"> | undefined {
  const match = clockOnly.exec(text);
  if (match === null) return undefined;
  const [, hour = "0", minute = "0", second = "0", fraction = ""] = match;
  const clock = validClock(hour, minute, second);
  if (clock === undefined) return undefined;
  return { seconds: BigInt(clock), nanoseconds: Number(fraction.padEnd(9, "0")) };
}

const durationPattern =
  /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,9}))?S)?)?$/;

/** Reads an ISO 8601 duration of weeks, days and what is shorter, in nanoseconds. */
export function parseDuration(text: string): bigint | undefined {
  const match = durationPattern.exec(text);
  if (match === null || /[PT]$/.test(text)) return undefined;
  const [
    ,
    sign,
    weeks = "0",
    days = "0",
    hours = "0",
    minutes = "0",
    seconds = "0",
    fraction = "",
  ] = match;
  const whole =
    ((BigInt(weeks) * 7n + BigInt(days)) * 24n + BigInt(hours)) * 3600n +
    BigInt(minutes) * 60n +
    BigInt(seconds);
  const nanoseconds = whole * perSecond[3] + BigInt(fraction.padEnd(9, "0"));
  return sign === "-" ? -nanoseconds : nanoseconds;
}

/** A count of units; undefined when it would be rounded, or has more than 64 bits. */
export function countOf(
  { seconds, nanoseconds }: Pick<IsoTime, "seconds" | "nanoseconds">,
  unit: TimeUnit,
): bigint | undefined {
  return inUnit(seconds * perSecond[3] + BigInt(nanoseconds), unit);
}

/** Nanoseconds as a count of units; undefined when it would be rounded, or has more than 64 bits. */
export function inUnit(nanoseconds: bigint, unit: TimeUnit): bigint | undefined {
  const per = perSecond[3] / perSecond[unit];
  if (nanoseconds % per !== 0n) return undefined;
  const count = nanoseconds / per;
  return BigInt.asIntN(64, count) === count ? count : undefined;
}

function validDay(year: number, month: number, day: number): number | undefined {
  const days = epochDays({ year, month, day });
  const same = civilDay(days);
  return same.month === month && same.day === day ? days : undefined;
}

function validClock(hour: string, minute: string, second: string): number | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h < 24 && m < 60 && s < 60 ? (h * 60 + m) * 60 + s : undefined;
}

function offsetSeconds(offset: string | undefined): number {
  if (offset === undefined || offset === "Z") return 0;
  const size = Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(3).replace(":", "")) * 60;
  return offset.startsWith("-") ? -size : size;
}
