import type { TimeUnit } from "../arrow/type.ts";
import { dayText, yearText } from "./calendar.ts";
import { perSecond } from "./time-unit.ts";
import { timestampText } from "./timestamp.ts";

/** Writes the ordinals of a frequency as pandas writes its periods; undefined for one we do not know. */
export function periodText(frequency: string): ((ordinal: bigint) => string) | undefined {
  // The multiple of `3M` says how far the next period is, not how ordinals count.
  const [, base = "", anchor = ""] = /^\d*([A-Za-z]+)(?:-(\w+))?$/.exec(frequency) ?? [];
  const texts: Readonly<Record<string, (ordinal: number) => string>> = {
    Y: (ordinal) => yearText(1970 + ordinal),
    Q: (ordinal) => `${yearText(1970 + Math.floor(ordinal / 4))}Q${modulo(ordinal, 4) + 1}`,
    M: (ordinal) => monthText(ordinal),
    W: (ordinal) => weekText(ordinal, anchor),
    D: dayText,
    B: (ordinal) => dayText(Math.floor((ordinal + 3) / 5) * 7 + modulo(ordinal + 3, 5) - 3),
  };
  // Names of before pandas 2.2.
  const name = { A: "Y", H: "h", T: "min", S: "s", L: "ms", U: "us", N: "ns" }[base] ?? base;
  const text = texts[name];
  if (text !== undefined) return (ordinal) => text(Number(ordinal));
  const clock = clocks[name];
  if (clock === undefined) return undefined;
  const [unit, factor, cut] = clock;
  const timestamp = timestampText(unit, null, " ");
  return (ordinal) => fixedFraction(timestamp(ordinal * factor), unit).slice(0, cut);
}

/** By frequency: the unit that ordinals count after multiplying, and where the text ends: hours too have minutes. */
const clocks: Readonly<Record<string, readonly [TimeUnit, bigint, number | undefined]>> = {
  h: [0, 3600n, -3],
  min: [0, 60n, -3],
  s: [0, 1n, undefined],
  ms: [1, 1n, undefined],
  us: [2, 1n, undefined],
  ns: [3, 1n, undefined],
};

/** Fractions have as many digits as the unit. */
function fixedFraction(text: string, unit: TimeUnit): string {
  if (unit === 0) return text;
  const [whole = "", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(String(perSecond[unit]).length - 1, "0")}`;
}

const modulo = (value: number, by: number): number => value - Math.floor(value / by) * by;

const monthText = (ordinal: number): string =>
  `${yearText(1970 + Math.floor(ordinal / 12))}-${String(modulo(ordinal, 12) + 1).padStart(2, "0")}`;

const weekDays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The first and the last day of a week that ends on `anchor`. */
function weekText(ordinal: number, anchor: string): string {
  const last = ordinal * 7 + Math.max(weekDays.indexOf(anchor), 0) - 4;
  return `${dayText(last - 6)}/${dayText(last)}`;
}
