import type { OptionRule } from "@scrapbook/core/internal";

/** How numbers of a column are shown. The exact text of each stands in its title, and is what sorts. */
export interface NumberFormat {
  /** `"percent"` shows 0.125 as 12.5%, `"currency"` asks for {@link currency}. Default `"decimal"`. */
  readonly style?: "decimal" | "percent" | "currency" | undefined;
  /** Digits after the point, 0 to 20. Default: as many as `Intl.NumberFormat` gives. */
  readonly digits?: number | undefined;
  /** What stands behind each number, such as `"ms"`. Default: nothing. */
  readonly unit?: string | undefined;
  /** An ISO 4217 code, such as `"EUR"`. */
  readonly currency?: string | undefined;
  /** A BCP 47 language for separators and signs, such as `"de"`. Default `"en"`. */
  readonly locale?: string | undefined;
}

/** Shows a number. */
export type FormatNumber = (value: number | bigint) => string;

/** What a {@link NumberFormat} may be. */
export const aFormat: OptionRule = {
  expected:
    'a number format of style, digits, unit, currency and locale, such as { style: "percent", digits: 1 }',
  fits: (value) => {
    try {
      return createFormat(value as NumberFormat) !== undefined;
    } catch {
      // Intl refuses a currency, a language or a number of digits.
      return false;
    }
  },
};

const members: ReadonlySet<string> = new Set(["style", "digits", "unit", "currency", "locale"]);

/** A function that shows numbers so; `undefined` for what is no format. @throws what Intl throws. */
export function createFormat(format: NumberFormat): FormatNumber | undefined {
  if (typeof format !== "object" || format === null) return undefined;
  if (Object.keys(format).some((name) => !members.has(name))) return undefined;
  const { style = "decimal", digits, unit, currency, locale = "en" } = format;
  if (unit !== undefined && typeof unit !== "string") return undefined;
  const intl = new Intl.NumberFormat(locale, {
    style,
    ...(currency !== undefined && { currency }),
    ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });
  return (value) => `${intl.format(value)}${unit === undefined ? "" : `\u00a0${unit}`}`;
}
