import type { ArrowType, DecimalType, IntType, TimestampType, UnitType } from "../arrow/type.ts";
import { parseDecimal } from "../value/decimal.ts";
import { countOf, inUnit, parseClock, parseDuration, parseIsoTime } from "../value/iso-time.ts";

/** Turns a value into what its vector stores; undefined when the type cannot hold it exactly. */
export type Element<T> = (value: unknown) => T | undefined;

/** Integers: numbers that are integral, and bigints, within the type's range. */
export function integerElement({ bitWidth, signed }: IntType): Element<bigint> {
  const fits = signed
    ? (value: bigint) => BigInt.asIntN(bitWidth, value) === value
    : (value: bigint) => BigInt.asUintN(bitWidth, value) === value;
  return (value) => {
    const integer = asInteger(value);
    return integer !== undefined && fits(integer) ? integer : undefined;
  };
}

function asInteger(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
}

/** Numbers, and bigints that a float holds exactly. */
export const floatElement: Element<number> = (value) => {
  if (typeof value === "number") return value;
  if (typeof value !== "bigint") return undefined;
  const number = Number(value);
  return Number.isFinite(number) && BigInt(number) === value ? number : undefined;
};

/** Decimal texts and integers. A float is no decimal. */
export function decimalElement({ precision, scale }: DecimalType): Element<bigint> {
  const limit = 10n ** BigInt(precision);
  return (value) => {
    const unscaled =
      typeof value === "string" ? parseDecimal(value, scale) : scaled(asInteger(value), scale);
    if (unscaled === undefined || unscaled >= limit || unscaled <= -limit) return undefined;
    return unscaled;
  };
}

const scaled = (value: bigint | undefined, scale: number): bigint | undefined =>
  value === undefined ? undefined : value * 10n ** BigInt(scale);

/**
 * Instants: a `Date`, ISO text, or a bigint of the stored units. Text has an offset where the type has
 * a zone, and none where it has none.
 */
export function timestampElement({ unit, timezone }: TimestampType): Element<bigint> {
  return (value) => {
    if (typeof value === "bigint") return value;
    if (value instanceof Date) return inUnit(dateNanoseconds(value), unit);
    const time = typeof value === "string" ? parseIsoTime(value) : undefined;
    if (time === undefined || time.hasOffset !== (timezone !== null)) return undefined;
    return countOf(time, unit);
  };
}

/** An invalid date has no instant: half a nanosecond fits no unit. */
const dateNanoseconds = (date: Date): bigint =>
  Number.isNaN(date.getTime()) ? 2n ** 80n : BigInt(date.getTime()) * 1_000_000n;

/** Durations: ISO text, or a bigint of the stored units. */
export function durationElement({ unit }: UnitType): Element<bigint> {
  return (value) => {
    if (typeof value === "bigint") return value;
    const nanoseconds = typeof value === "string" ? parseDuration(value) : undefined;
    return nanoseconds === undefined ? undefined : inUnit(nanoseconds, unit);
  };
}

/** Times of day: `12:34:56.789`, or a bigint of the stored units. */
export function clockElement({ unit }: UnitType): Element<bigint> {
  return (value) => {
    if (typeof value === "bigint") return value;
    const time = typeof value === "string" ? parseClock(value) : undefined;
    return time === undefined ? undefined : countOf(time, unit);
  };
}

/** Days: `2024-02-29`, a `Date` at midnight UTC, or a bigint of days since 1970. */
export const dayElement: Element<bigint> = (value) => {
  if (typeof value === "bigint") return BigInt.asIntN(32, value) === value ? value : undefined;
  const seconds =
    value instanceof Date ? value.getTime() / 1000 : Number(dayTime(value)?.seconds ?? Number.NaN);
  return Number.isInteger(seconds / 86_400) ? BigInt(seconds / 86_400) : undefined;
};

const dayTime = (value: unknown) =>
  typeof value === "string" && value.length <= 13 ? parseIsoTime(value) : undefined;

/** What a value must be, in words. */
export function expectation(type: ArrowType): string {
  return words[type.typeId] ?? "a value of that type";
}

const words: Readonly<Record<number, string>> = {
  1: "null",
  2: "an integer (number or bigint) within the type's range, and no null unless the dtype has missing values (Int64, boolean)",
  3: "a number",
  4: "a Uint8Array",
  5: "a well-formed string",
  6: "true or false, and no null unless the dtype is boolean",
  7: "a decimal as a string, or an integer, within its precision and scale",
  8: "a day: '2024-02-29', or a Date at midnight UTC",
  9: "a time of day: '12:34:56.789'",
  10: "a Date, ISO 8601 text (with an offset where the dtype has a zone, else without) that the unit holds exactly, or a bigint of units",
  12: "an array",
  13: "an object",
  17: "an array of [key, value], or a Map",
  18: "an ISO 8601 duration that the unit holds exactly, or a bigint of units",
  19: "a Uint8Array",
  20: "a well-formed string",
};
