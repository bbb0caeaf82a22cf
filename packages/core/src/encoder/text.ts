import { ScrapbookError } from "../error/error.ts";
import { pythonFloat } from "../json/float-text.ts";
import { kindOfValue, kindPhrase } from "../json/kind.ts";
import type { JsonValue } from "../json/value.ts";
import type { Encoder } from "./encoder.ts";

/** The `text` encoder: strings. SPEC §4.3. */
export const textEncoder: Encoder<string> = {
  name: "text",
  encodable: (value) => typeof value === "string",
  encode: encodeText,
  decode: (data) => decodeText(data, undefined),
};

/** A text, or Python's `str()` of a number or boolean for which `text` was named. SPEC §4.3. */
function encodeText(value: unknown): string {
  if (["string", "number", "bigint", "boolean"].includes(typeof value)) {
    return decodeText(value as JsonValue, undefined);
  }
  throw new ScrapbookError("encoder-not-encodable", {
    what: "The text encoder does not take this value",
    got: value === null ? "null" : typeof value,
    expected: "a string, a number or a boolean",
  });
}

/**
 * The text that Python's decoder gives: strings as they are, numbers and booleans as Python's
 * `str()` of the source text. SPEC §4.3.
 *
 * @param text the exact JSON text of `data`, where the payload is at hand: `1.0` and `1` are one number.
 * @throws `encoder-text-not-string` for an object or an array.
 */
export function decodeText(data: JsonValue, text: string | undefined): string {
  if (typeof data === "string") return data;
  if (typeof data === "boolean") return data ? "True" : "False";
  if (typeof data === "bigint") return data.toString();
  if (typeof data === "number") {
    const isFloat = text === undefined ? !isWrittenAsInteger(data) : /[.eEIN]/.test(text);
    return isFloat ? pythonFloat(data) : integerText(text ?? data.toString());
  }
  throw new ScrapbookError("encoder-text-not-string", {
    what: "A text scrap holds JSON that is not text",
    got: kindPhrase(kindOfValue(data)),
    hint: "rawData gives it as it is; glue it with the json encoder instead.",
  });
}

/** Whether a number without its text is written by its digits. SPEC §10.3. */
function isWrittenAsInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** Python's `str(int(text))`: JSON allows no leading zeros, so only `-0` differs. */
function integerText(text: string): string {
  return text === "-0" ? "0" : text;
}
