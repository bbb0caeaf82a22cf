const whole = /^[+-]?\d+$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const words: Readonly<Record<string, boolean>> = {
  True: true,
  False: false,
  true: true,
  false: false,
};

/** A whole number; undefined for any other text. */
export const integerOf = (text: string): bigint | undefined =>
  whole.test(text) ? BigInt(text) : undefined;

/** A number as Python writes it, `nan` and `inf` too; undefined for any other text. */
export function numberOf(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  const named = /^([+-]?)(nan|inf)$/i.exec(text);
  if (named === null) return undefined;
  if (named[2]?.toLowerCase() === "nan") return Number.NaN;
  return named[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** True or False; undefined for any other text. */
export const truthOf = (text: string): boolean | undefined =>
  Object.hasOwn(words, text) ? words[text] : undefined;

/**
 * A column's values, typed as pandas' `read_csv` does: whole numbers are int64, numbers float64, True
 * and False bool; all else is text. An empty field is a missing value.
 */
export function typedColumn(texts: readonly string[]): ArrayLike<unknown> {
  const present = texts.filter((text) => text !== "");
  if (present.length === 0) return texts.map(() => null);
  const isGapless = present.length === texts.length;
  if (isGapless && present.every((text) => whole.test(text) && fitsInt64(text))) {
    return BigInt64Array.from(texts, BigInt);
  }
  if (present.every((text) => decimal.test(text))) {
    return Float64Array.from(texts, (text) => (text === "" ? Number.NaN : Number(text)));
  }
  if (present.every((text) => truthOf(text) !== undefined)) {
    return texts.map((text) => truthOf(text) ?? null);
  }
  return texts.map((text) => (text === "" ? null : text));
}

const fitsInt64 = (text: string) => BigInt.asIntN(64, BigInt(text)) === BigInt(text);
