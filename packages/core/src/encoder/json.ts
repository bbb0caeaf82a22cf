import { isScrapbookError } from "../error/error.ts";
import { isRecord } from "../json/no-json-form.ts";
import { parseJson } from "../json/parse.ts";
import type { ParseOptions } from "../json/parse-options.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonValue } from "../json/value.ts";
import type { Encoding } from "./encoder.ts";

/**
 * How the `json` encoder writes: data as it is. A string that is itself JSON is parsed once more on decoding,
 * as Python's does, and a string is therefore written as its JSON text, so that it comes back as
 * itself, here and there. How it reads is {@link decodeJsonData}. SPEC §4.2.
 */
export const jsonEncoding: Encoding<JsonValue> = {
  name: "json",
  encodable: (value) =>
    (typeof value === "object" && value !== null && isPlain(value)) ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean",
  encode: (value) => (typeof value === "string" ? stringifyJson(value) : value),
};

/** The value of a json payload: a string that is itself JSON is parsed once more. SPEC §4.2. */
export function decodeJsonData(data: JsonValue, options: ParseOptions): JsonValue {
  if (typeof data !== "string" || !mayBeJson.test(data)) return data;
  try {
    return parseJson(data, options);
  } catch (error) {
    // An actual string. Limits are no proof of that: they are reported.
    if (isScrapbookError(error) && !limitCodes.has(error.code)) return data;
    throw error;
  }
}

/** What JSON begins with: most strings do not, and need not be scanned to see it. */
const mayBeJson = /^[ \t\n\r]*[[{"\-\dtfnNI]/;

const limitCodes: ReadonlySet<string> = new Set(["json-depth", "json-integer-digits"]);

function isPlain(value: object): boolean {
  return Array.isArray(value) || isRecord(value);
}
