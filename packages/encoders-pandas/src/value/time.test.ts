import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDay, dayText, epochDays } from "./calendar.ts";
import { durationText, timedeltaText } from "./duration.ts";
import { countOf, inUnit, parseClock, parseDuration, parseIsoTime } from "./iso-time.ts";
import { timestampText, timeText } from "./timestamp.ts";
import { timezoneOffset } from "./timezone.ts";

describe("days", () => {
  test("are those of Date", () => {
    const day = fc.integer({ min: -100_000_000, max: 100_000_000 });
    fc.assert(
      fc.property(day, (days) => {
        const date = new Date(days * 86_400_000);
        expect(dayText(days)).toBe(date.toISOString().slice(0, -14));
        expect(epochDays(civilDay(days))).toBe(days);
      }),
    );
  });

  test.each([
    [-719_528, "0000-01-01"],
    [-719_529, "-000001-12-31"],
    [2_932_896, "9999-12-31"],
    [2_932_897, "+010000-01-01"],
  ])("%i is %s", (days, text) => {
    expect(dayText(days)).toBe(text);
  });
});

describe("instants", () => {
  const ns = timestampText(3, null);

  test.each([
    [0n, "1970-01-01T00:00:00"],
    [1n, "1970-01-01T00:00:00.000000001"],
    [-1n, "1969-12-31T23:59:59.999999999"],
    [1_000n, "1970-01-01T00:00:00.000001"],
    [1_000_000n, "1970-01-01T00:00:00.001"],
    [-(2n ** 63n), "1677-09-21T00:12:43.145224192"],
  ])("%d nanoseconds are %s", (count, text) => {
    expect(ns(count)).toBe(text);
  });

  test.each([
    ["Europe/Warsaw", "2024-03-31T00:59:59Z", "2024-03-31T01:59:59+01:00"],
    ["Europe/Warsaw", "2024-03-31T01:00:00Z", "2024-03-31T03:00:00+02:00"],
    ["America/New_York", "1969-07-20T20:17:40Z", "1969-07-20T16:17:40-04:00"],
    ["Asia/Kolkata", "2024-01-01T00:00:00Z", "2024-01-01T05:30:00+05:30"],
    ["Australia/Lord_Howe", "2024-10-05T15:30:00Z", "2024-10-06T02:30:00+11:00"],
    ["+05:30", "2024-01-01T00:00:00Z", "2024-01-01T05:30:00+05:30"],
    ["-00:30", "2024-01-01T00:00:00Z", "2023-12-31T23:30:00-00:30"],
    ["UTC", "0044-03-15T00:00:00Z", "0044-03-15T00:00:00+00:00"],
    ["Europe/Warsaw", "1850-01-01T00:00:00Z", "1850-01-01T01:24:00+01:24"],
    ["Mars/Olympus", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00+00:00"],
  ])("in %s %s is %s", (zone, utc, local) => {
    const date = new Date(utc);
    expect(timestampText(0, zone)(BigInt(date.getTime() / 1000))).toBe(local);
  });

  test("beyond what Date holds zones are UTC", () => {
    expect(timezoneOffset("Europe/Warsaw")(1e15)).toBe(0);
  });
});

describe("ISO text", () => {
  test("of any instant comes back", () => {
    const count = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const unit = fc.constantFrom(0, 1, 2, 3);
    fc.assert(
      fc.property(count, unit, (value, of) => {
        // Years beyond six digits have no text.
        fc.pre(of > 1 || (value < 10n ** 15n && value > -(10n ** 15n)) || of === 1);
        const time = parseIsoTime(timestampText(of as 0, null)(value));
        fc.pre(time !== undefined);
        expect(countOf(time as never, of as 0)).toBe(value);
      }),
    );
  });

  test.each([
    ["2024-02-29", 1_709_164_800n, 0, false],
    ["2024-02-29 12:30", 1_709_209_800n, 0, false],
    ["2024-02-29T12:30:01.5Z", 1_709_209_801n, 500_000_000, true],
    ["2024-02-29T12:30:00+02:00", 1_709_202_600n, 0, true],
    ["2024-02-29T12:30:00-0230", 1_709_218_800n, 0, true],
    ["1969-12-31T23:59:59.999999999", -1n, 999_999_999, false],
  ])("%s is read", (text, seconds, nanoseconds, hasOffset) => {
    expect(parseIsoTime(text)).toEqual({ seconds, nanoseconds, hasOffset });
  });

  test.each([
    "",
    "2024",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-01-01T24:00",
    "2024-01-01T00:60",
    "1/2/2024",
    "2024-01-01T00:00:00.0000000001",
  ])("%s is none", (text) => {
    expect(parseIsoTime(text)).toBeUndefined();
  });

  test("of a time of day comes back", () => {
    expect(parseClock("23:59:59.999999")).toEqual({ seconds: 86_399n, nanoseconds: 999_999_000 });
    expect(parseClock("24:00")).toBeUndefined();
    expect(timeText(86_399_999_999n, 2)).toBe("23:59:59.999999");
  });

  test("is refused by a unit that would round it", () => {
    expect(inUnit(1n, 2)).toBeUndefined();
    expect(inUnit(1_000n, 2)).toBe(1n);
    expect(inUnit(2n ** 64n, 3)).toBeUndefined();
  });
});

describe("durations", () => {
  test.each([
    [0n, "PT0S", "0 days 00:00:00"],
    [1n, "PT0.000000001S", "0 days 00:00:00.000000001"],
    [-1n, "-PT0.000000001S", "-1 days +23:59:59.999999999"],
    [86_400_000_000_000n, "P1D", "1 days 00:00:00"],
    [-86_400_000_000_000n, "-P1D", "-1 days +00:00:00"],
    [93_784_500_000_000n, "P1DT2H3M4.500S", "1 days 02:03:04.500000"],
  ])("%d nanoseconds are %s", (count, iso, python) => {
    expect(durationText(count, 3)).toBe(iso);
    expect(timedeltaText(count, 3)).toBe(python);
  });

  test("of any length come back from their text", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (count) => {
        expect(parseDuration(durationText(count, 3))).toBe(count);
      }),
    );
  });

  test.each(["", "P", "PT", "P1Y", "P1M", "1D", "PT1", "P1DT"])("%s is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
