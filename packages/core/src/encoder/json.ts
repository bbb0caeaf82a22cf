import { isScrapbookError } from "../error.ts";
import { type ParseOptions, parseJson } from "../json/parse.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonValue } from "../json/value.ts";
import type { Encoder } from "./encoder.ts";

/**
 * The `json` encoder: data as it is. A string that is itself JSON is parsed once more on decoding,
 * as Python's does, and a string is therefore written as its JSON text, so that it comes back as
 * itself, here and there. SPEC §4.2.
 */
export const jsonEncoder: Encoder<JsonValue> = {
  name: "json",
  encodable: (value) =>
    (typeof value === "object" && value !== null && isPlain(value)) ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean",
  encode: (value) => (typeof value === "string" ? stringifyJson(value) : value),
  decode: (data) => decodeJsonData(data, {}),
};

/** The value of a json payload: a string that is itself JSON is parsed once more. SPEC §4.2. */
export function decodeJsonData(data: JsonValue, options: ParseOptions): JsonValue {
  if (typeof data !== "string") return data;
  try {
    return parseJson(data, options);
  } catch (error) {
    // An actual string. Limits are no proof of that: they are reported.
    if (isScrapbookError(error) && !limitCodes.has(error.code)) return data;
    throw error;
  }
}

const limitCodes: ReadonlySet<string> = new Set(["json-depth", "json-integer-digits"]);

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
