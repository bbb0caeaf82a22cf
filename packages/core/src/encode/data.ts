import type { Encoding } from "../encoder/encoder.ts";
import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { noJsonForm } from "../json/no-json-form.ts";
import type { StringifyOptions } from "../json/stringify.ts";
import type { Form } from "./form.ts";

/**
 * What an encoder makes of a value, as the form writes it. SPEC §4.
 *
 * @throws `encoder-encode-failed`, `json-unsupported-value`, `json-cycle`, `json-lone-surrogate`,
 * `json-non-finite`, and what the encoder throws with a code of its own.
 */
export function encodeData<T>(
  value: unknown,
  encoder: Encoding,
  nonFinite: StringifyOptions["nonFinite"],
  form: Form<T>,
): T {
  let data: unknown;
  try {
    data = encoder.encode(value as never);
  } catch (error) {
    if (isScrapbookError(error)) throw error;
    throw encodeFailed(encoder, error instanceof Error ? error.message : String(error), error);
  }
  try {
    return form.write(data, nonFinite, []);
  } catch (error) {
    const { code, details } = error as ScrapbookError;
    // What json was given is the caller's; what another encoder made of it is that encoder's.
    const isForeign = code === "json-unsupported-value" && details.what === noJsonForm;
    if (!isForeign || encoder.name === "json") throw error;
    throw encodeFailed(encoder, details.got, error);
  }
}

/** The error for an encoder that made no JSON of a value, or null. */
export function encodeFailed(
  encoder: Encoding,
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
