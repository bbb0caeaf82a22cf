import type { TimeUnit } from "../arrow/type.ts";
import { fractionText, instantOf } from "./time-unit.ts";
import { clockText } from "./timestamp.ts";

/** `P1DT2H3M4.5S`, with a minus before the P where it is negative, as Temporal reads it. */
export function durationText(count: bigint, unit: TimeUnit): string {
  const { seconds, nanoseconds } = instantOf(count < 0n ? -count : count, unit);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor(rest / 60) % 60;
  const time = [
    hours > 0 ? `${hours}H` : "",
    minutes > 0 ? `${minutes}M` : "",
    rest % 60 > 0 || nanoseconds > 0 ? `${rest % 60}${fractionText(nanoseconds)}S` : "",
  ].join("");
  const date = days > 0 ? `${days}D` : "";
  const text = time === "" ? date || "T0S" : `${date}T${time}`;
  return `${count < 0n ? "-" : ""}P${text}`;
}

/** `-1 days +23:59:59.999999999`: `str(Timedelta)` in pandas, whose days may be negative alone. */
export function timedeltaText(count: bigint, unit: TimeUnit): string {
  const { seconds, nanoseconds } = instantOf(count, unit);
  const days = Math.floor(seconds / 86_400);
  const clock = clockText(seconds - days * 86_400) + longFraction(nanoseconds);
  return `${days} days ${days < 0 ? "+" : ""}${clock}`;
}

/** pandas writes six or nine digits, never three. */
function longFraction(nanoseconds: number): string {
  const text = fractionText(nanoseconds);
  return text.length === 4 ? `${text}000` : text;
}
