/** Digits behind the point: `display.precision`. */
const precision = 6;

/**
 * Floats of a column as pandas shows them: six digits, without the zeros that all end in; in
 * scientific notation where that would hide one or be too long.
 */
export function floatTexts(values: readonly number[], missing: string): string[] {
  const fixed = trimmed(values.map((value) => signed(value, fixedText, missing)));
  const isLong = fixed.some((text) => text.length > precision + 6);
  const hasLarge = values.some((value) => Math.abs(value) > 1e6);
  const hasSmall = values.some((value) => value !== 0 && Math.abs(value) < 10 ** -precision);
  if (!hasSmall && !(isLong && hasLarge)) return fixed;
  return trimmed(values.map((value) => signed(value, scientificText, missing)));
}

/** A float among other objects: its own zeros are cut. */
export const singleFloatText = (value: number): string =>
  trimmed([signed(value, fixedText, "NaN")])[0] as string;

/** With a space where others have a minus. */
function signed(value: number, text: (size: number) => string, missing: string): string {
  if (Number.isNaN(value)) return missing;
  const isNegative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  return (isNegative ? "-" : " ") + (Number.isFinite(size) ? text(size) : "inf");
}

/** `{:.6f}` of Python, which rounds a tie to the even digit where JavaScript rounds it up. */
function fixedText(size: number): string {
  // Without a fraction it has no digits to round; from 1e21 on toFixed would write an exponent.
  if (size >= 2 ** 53) return `${BigInt(size)}.${"0".repeat(precision)}`;
  const longer = size.toFixed(precision + 1);
  if (longer.endsWith("5") && Number(longer) === size && Number.isInteger(size * 128)) {
    const cut = longer.slice(0, -1);
    if (Number(cut.at(-1)) % 2 === 0) return cut;
  }
  return size.toFixed(precision);
}

/** `{:.6e}` of Python: the exponent has two digits at least. */
function scientificText(size: number): string {
  const [digits = "", exponent = ""] = size.toExponential(precision).split("e");
  return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, "0")}`;
}

const decimal = /^\s*[+-]?\d+\.\d*$/;

/** Cuts the zeros that all decimal numbers end in; one digit behind the point stays. */
function trimmed(texts: readonly string[]): string[] {
  const numbers = texts.filter((text) => decimal.test(text));
  const zerosOf = (text: string): number => /0*$/.exec(text)?.[0].length ?? 0;
  const cut = numbers.reduce(
    (least, text) => Math.min(least, zerosOf(text)),
    Number.POSITIVE_INFINITY,
  );
  if (numbers.length === 0 || cut === 0) return [...texts];
  return texts.map((text) => {
    if (!decimal.test(text)) return text;
    const short = text.slice(0, text.length - cut);
    return short.endsWith(".") ? `${short}0` : short;
  });
}
