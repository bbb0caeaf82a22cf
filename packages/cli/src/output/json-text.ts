import { stringifyJson } from "@scrapbook/core";

/** How values are written as JSON for other programs. */
export interface JsonTextOptions {
  /** Whether NaN and the infinities are written as Python writes them; else they are `null`. Default `false`. */
  readonly allowNan?: boolean | undefined;
  /** Spaces of one level of indentation. Default none: all in one line. */
  readonly indent?: number | undefined;
}

/** The JSON text of anything that a notebook holds. It never fails: a notebook's text may be half a surrogate pair. */
export function jsonText(
  value: unknown,
  { allowNan = false, indent }: JsonTextOptions = {},
): string {
  return stringifyJson(value, {
    nonFinite: allowNan ? "literal" : "null",
    surrogates: "escape",
    indent,
  });
}
