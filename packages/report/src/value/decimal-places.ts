/** Wider columns are not lined up: the numbers would drift too far from their heading. */
const mostPlaces = 8;

/**
 * How many places each number of a column is moved to the left so that the decimal points stand one
 * below the other, in widths of a digit; a point counts half. `undefined` where they would not line
 * up: a number with an exponent, or too many places.
 */
export function missingPlaces(
  numbers: readonly string[],
): ((number: string) => number) | undefined {
  const widths = numbers.map(fractionWidth);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest > mostPlaces || widths.some(Number.isNaN)) return undefined;
  return (number) => widest - fractionWidth(number);
}

/** The width of what follows the integer part. `NaN` with an exponent. */
function fractionWidth(number: string): number {
  if (/e/i.test(number)) return Number.NaN;
  const point = number.indexOf(".");
  return point < 0 ? 0 : number.length - point - 1 + 0.5;
}
