import { wrongArgument } from "../error/check-options.ts";

/** The text of a double as Python's `repr` writes it: `1.0`, `1e+16`, `1e-05`, `inf`, `nan`. SPEC §10.2. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  // Both languages write the fewest digits that read back as the same double; they differ in when
  // they use an exponent, and in its form.
  const [mantissa, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const plain = String(value);
  return plain.includes(".") ? plain : `${plain}.0`;
}

/** A number that is written as a Python float: see {@link floatText}. */
export class FloatText {
  readonly value: number;
  /** Marks the class across copies of this package; see {@link isFloatText}. */
  readonly "scrapbook.float.v1" = true;

  constructor(value: number) {
    this.value = value;
  }
}

/**
 * Marks `value` to be written as a float: `stringifyJson(floatText(1))` is `1.0`, which Python
 * reads as a float, where `stringifyJson(1)` is `1`, an int. SPEC §10.3.
 *
 * @throws `usage-argument`.
 */
export function floatText(value: number): FloatText {
  if (typeof value !== "number") throw wrongArgument("floatText takes a number", value, "a number");
  return new FloatText(value);
}

/** Whether `value` was marked by {@link floatText}, also one of another copy of this package. */
export function isFloatText(value: unknown): value is FloatText {
  return typeof value === "object" && value !== null && "scrapbook.float.v1" in value;
}
