import type { Encoding } from "../encoder/encoder.ts";
import type { Encoders } from "../encoder/registry.ts";
import { ScrapbookError } from "../error/error.ts";
import { orList } from "../error/near-names.ts";
import { FloatText } from "../json/float-text.ts";
import { JsonText } from "../json/json-text.ts";
import type { RawJson } from "../json/raw-json.ts";
import type { StringifyOptions } from "../json/stringify.ts";
import { payloadVersion } from "../protocol/version.ts";
import { encodeData, encodeFailed } from "./data.ts";
import type { Form } from "./form.ts";

/** What a payload says besides its name. SPEC §3.1. */
export interface PayloadContent<T = RawJson> {
  readonly encoder: string;
  readonly data: T;
  readonly version: T;
  /** Further members of a payload that is copied, in order: they mean nothing, and go along. */
  readonly more?: readonly (readonly [key: string, value: T])[];
}

/** How a value is encoded. */
export interface EncodeOptions {
  /** The encoder's name. Default: the first that takes the value, in the order of SPEC §4.1. */
  readonly encoder?: string | undefined;
  /** What becomes of `NaN` and the infinities. Default `"error"`. SPEC §10.3. */
  readonly nonFinite?: StringifyOptions["nonFinite"];
}

/**
 * The encoder for `value`: the named one, else the first that takes it; `undefined` where none
 * does. SPEC §4.1.
 *
 * @throws `encoder-unknown`.
 */
export function chooseEncoder(
  value: unknown,
  encoders: Encoders,
  named: string | undefined,
): Encoding | undefined {
  const found = findEncoder(value, encoders, named);
  if (found !== undefined || !named) return found;
  throw new ScrapbookError("encoder-unknown", {
    what: `No encoder is called ${JSON.stringify(named)}`,
    expected: orList([...encoders.keys()]),
    hint: "Pass the encoder with { encoders: […] }.",
  });
}

/** {@link chooseEncoder}; `undefined`, too, where none has the name. */
export function findEncoder(
  value: unknown,
  encoders: Encoders,
  named: string | undefined,
): Encoding | undefined {
  if (named) return encoders.get(named);
  // A marked number or text of JSON is json's: these are classes, which json's own test refuses.
  if (value instanceof FloatText || value instanceof JsonText) return encoders.get("json");
  for (const encoder of encoders.values()) if (encoder.encodable(value)) return encoder;
  return undefined;
}

/**
 * The payload for `value`, by an encoder that is not `display`. SPEC §4, §11.1.
 *
 * @throws `encoder-not-encodable`, `encoder-encode-failed`, `json-unsupported-value`, `json-cycle`,
 * `json-lone-surrogate`, `json-non-finite`, and what the encoder throws with a code of its own.
 */
export function encodePayload<T>(
  value: unknown,
  encoder: Encoding,
  nonFinite: EncodeOptions["nonFinite"],
  form: Form<T>,
): PayloadContent<T> {
  if (value === null && encoder.name === "json") throw notEncodable(value);
  const data = encodeData(value, encoder, nonFinite, form);
  if (form.isNull(data)) {
    if (typeof value === "number") {
      throw new ScrapbookError("json-non-finite", {
        what: "A scrap's whole data cannot be null",
        got: String(value),
      });
    }
    throw encodeFailed(encoder, "null", undefined);
  }
  return {
    encoder: encoder.name,
    data,
    version: form.write(payloadVersion, undefined, []),
  };
}

/** The error for a value that no encoder takes. */
export function notEncodable(value: unknown): ScrapbookError {
  return new ScrapbookError("encoder-not-encodable", {
    what: "No encoder takes this value",
    got: typeName(value),
    expected: "text, a number, a boolean, an array, a plain object or a display",
    hint: 'Convert it, pass an encoder for it with { encoders: […] }, or only show it with { encoder: "display" }.',
  });
}

/** What a value is, for messages: `Set`, `function`, `null`. */
function typeName(value: unknown): string {
  if (typeof value !== "object") return typeof value;
  const name: unknown = value?.constructor?.name;
  return typeof name === "string" && name !== "" ? name : String(value);
}
