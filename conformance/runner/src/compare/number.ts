/**
 * How closely an implementation keeps numbers; its harness declares one of them.
 *
 * - `source`: the text of the file, character by character: `1.0` is not `1`.
 * - `exact`: integers to their last digit, everything else as an IEEE 754 double: `1.0` is `1`.
 * - `float64`: every number as a double: 9007199254740993 is 9007199254740992.
 */
export type NumberLevel = "source" | "exact" | "float64";

/** The texts that `$number` may hold: JSON's numbers and the three that Python adds. */
const numberText = /^(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|NaN|-?Infinity)$/;
const integerText = /^-?[0-9]+$/;

/** Whether `text` may stand in a `$number`. */
export function isNumberText(text: string): boolean {
  return numberText.test(text);
}

/**
 * Whether two number texts agree at `level`. NaN agrees with NaN. Above level `source` the integer
 * `-0` is the integer 0; the double `-0.0` agrees with itself alone.
 */
export function sameNumber(expected: string, got: string, level: NumberLevel): boolean {
  if (level === "source" || expected === got) return expected === got;
  if (level === "float64") return Object.is(toDouble(expected), toDouble(got));
  const [a, b] = [integerText.test(expected), integerText.test(got)];
  if (a && b) return plainZero(expected) === plainZero(got);
  if (!a && !b) return Object.is(toDouble(expected), toDouble(got));
  return a ? isInteger(got, expected) : isInteger(expected, got);
}

function isInteger(doubleText: string, integer: string): boolean {
  const value = toDouble(doubleText);
  // 310 characters hold every finite double; a longer integer is no double, and is not parsed.
  if (!Number.isInteger(value) || Object.is(value, -0) || integer.length > 310) return false;
  return BigInt(value) === BigInt(integer);
}

function toDouble(text: string): number {
  return Number(plainZero(text));
}

/** Python and we read `-0` as the integer 0; SPEC, "Numbers". */
function plainZero(text: string): string {
  return text === "-0" ? "0" : text;
}
