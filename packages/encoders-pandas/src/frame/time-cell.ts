import { type TimestampType, type TimeUnit, typeId, type UnitType } from "../arrow/type.ts";
import type { Vector } from "../arrow/vector.ts";
import { dayText } from "../value/calendar.ts";
import { durationText } from "../value/duration.ts";
import { milliseconds } from "../value/time-unit.ts";
import { timestampText, timeText } from "../value/timestamp.ts";
import type { CellReader } from "./cell-value.ts";
import type { CellOptions } from "./integer-cell.ts";

/** Reads dates, times of day, timestamps and durations. */
export function timeReader({ type, values }: Vector, { times = "iso" }: CellOptions): CellReader {
  const count = (index: number) => BigInt(values?.[index] as bigint);
  if (times === "raw") return count;
  const convert = times === "date" ? dateOf(type as UnitType) : textOf(type as UnitType);
  return (index) => convert(count(index));
}

type Convert = (count: bigint) => string | number | Date;

function textOf(type: UnitType | TimestampType): Convert {
  const { unit } = type;
  switch (type.typeId) {
    case typeId.timestamp:
      return timestampText(unit, type.timezone);
    case typeId.duration:
      return (count) => durationText(count, unit);
    case typeId.time:
      return (count) => timeText(count, unit);
    default:
      return (count) => dayText(dayOf(count, unit));
  }
}

function dateOf(type: UnitType | TimestampType): Convert {
  const { unit } = type;
  switch (type.typeId) {
    case typeId.timestamp:
      return (count) => new Date(Math.floor(milliseconds(count, unit)));
    case typeId.duration:
    case typeId.time:
      return (count) => milliseconds(count, unit);
    default:
      return (count) => new Date(dayOf(count, unit) * 86_400_000);
  }
}

/** Dates count days, or milliseconds of whole days. */
const dayOf = (count: bigint, unit: TimeUnit): number =>
  unit === 0 ? Number(count) : Math.floor(Number(count) / 86_400_000);
