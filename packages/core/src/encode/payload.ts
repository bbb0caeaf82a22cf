import type { AnyEncoder } from "../encoder/encoder.ts";
import type { Encoders } from "../encoder/registry.ts";
import { isScrapbookError, ScrapbookError } from "../error.ts";
import { FloatText } from "../json/float-text.ts";
import { type StringifyOptions, stringifyJson } from "../json/stringify.ts";
import { nearNames, orList } from "../near-names.ts";
import { payloadVersion } from "../protocol/version.ts";
import { RawJson } from "./raw-json.ts";

/** What a payload says besides its name. SPEC §3.1. */
export interface PayloadContent {
  readonly encoder: string;
  readonly data: RawJson;
  readonly version: RawJson;
  /** Further members of a payload that is copied, in order: they mean nothing, and go along. */
  readonly more?: readonly (readonly [key: string, value: RawJson])[];
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
): AnyEncoder | undefined {
  if (named) {
    const encoder = encoders.get(named);
    if (encoder !== undefined) return encoder;
    const near = nearNames(named, encoders.keys());
    throw new ScrapbookError("encoder-unknown", {
      what: `No encoder is called ${JSON.stringify(named)}`,
      expected: orList(near.length > 0 ? near : [...encoders.keys()]),
      hint: "Pass the encoder with { encoders: […] }.",
    });
  }
  // A marked number is json's: FloatText is a class, which json's own test refuses.
  if (value instanceof FloatText) return encoders.get("json");
  for (const encoder of encoders.values()) if (encoder.encodable(value)) return encoder;
  return undefined;
}

/**
 * The payload for `value`, by an encoder that is not `display`. SPEC §4, §11.1.
 *
 * @throws `encoder-not-encodable`, `encoder-encode-failed`, `json-unsupported-value`, `json-cycle`,
 * `json-lone-surrogate`, `json-non-finite`, and what the encoder throws with a code of its own.
 */
export function encodePayload(
  value: unknown,
  encoder: AnyEncoder,
  nonFinite: EncodeOptions["nonFinite"],
): PayloadContent {
  if (value === null && encoder.name === "json") throw notEncodable(value);
  const text = dataText(value, encoder, nonFinite);
  if (text === "null") {
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
    data: new RawJson(text),
    version: new RawJson(String(payloadVersion)),
  };
}

/** The error for a value that no encoder takes. */
export function notEncodable(value: unknown): ScrapbookError {
  return new ScrapbookError("encoder-not-encodable", {
    what: "No encoder takes this value",
    got: typeName(value),
    expected: "text, a number, a boolean, an array, a plain object or a display",
    hint: "Convert it, or pass an encoder for it with { encoders: […] }.",
  });
}

function dataText(
  value: unknown,
  encoder: AnyEncoder,
  nonFinite: EncodeOptions["nonFinite"],
): string {
  let data: unknown;
  try {
    data = encoder.encode(value as never);
  } catch (error) {
    if (isScrapbookError(error)) throw error;
    throw encodeFailed(encoder, error instanceof Error ? error.message : String(error), error);
  }
  try {
    return stringifyJson(data, { nonFinite });
  } catch (error) {
    const { code, details } = error as ScrapbookError;
    // What json was given is the caller's; what another encoder made of it is that encoder's.
    if (code !== "json-unsupported-value" || encoder.name === "json") throw error;
    throw encodeFailed(encoder, details.got, error);
  }
}

function encodeFailed(
  encoder: AnyEncoder,
  got: string | undefined,
  cause: unknown,
): ScrapbookError {
  return new ScrapbookError("encoder-encode-failed", {
    what: `The encoder ${JSON.stringify(encoder.name)} could not encode the value`,
    got,
    expected: "JSON that is not null",
    cause,
  });
}

/** What a value is, for messages: `Set`, `function`, `null`. */
function typeName(value: unknown): string {
  if (typeof value !== "object") return typeof value;
  const name: unknown = value?.constructor?.name;
  return typeof name === "string" && name !== "" ? name : String(value);
}
