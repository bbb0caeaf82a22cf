import type { Decoders } from "../encoder/decoders.ts";
import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { nearNames, orList } from "../error/near-names.ts";
import type { ParseOptions } from "../json/parse-options.ts";
import type { JsonValue } from "../json/value.ts";
import { parseValue, textOf } from "../outline/region.ts";
import { type Payload, payloadPath } from "./payload.ts";

/** The payload's `data` as exact JSON text. */
export function payloadText({ output, data }: Payload): string {
  return textOf(output.region, data);
}

/**
 * The payload's `data` as a JSON value, no encoder applied. SPEC §12.6.
 *
 * @throws `json-integer-digits`.
 */
export function payloadValue(payload: Payload, options: ParseOptions): JsonValue {
  try {
    return parseValue(payload.output.region, payload.data, options);
  } catch (error) {
    throw locate(error, payload);
  }
}

/**
 * The value that a payload stands for. SPEC §4.
 *
 * @throws `encoder-unknown`, `encoder-decode-failed`, and what the encoder throws.
 */
export function decodeData(payload: Payload, decoders: Decoders, options: ParseOptions): unknown {
  const decode = decoders.get(payload.encoder);
  if (decode === undefined) throw unknownEncoder(payload, decoders);
  try {
    return decode(payloadValue(payload, options), () => payloadText(payload), options);
  } catch (error) {
    throw locate(error, payload);
  }
}

/** Gives an encoder's error its code and the payload's path. */
function locate(error: unknown, payload: Payload): ScrapbookError {
  const path = payloadPath(payload);
  const offset = payload.data.start;
  if (isScrapbookError(error)) {
    return new ScrapbookError(error.code, { ...error.details, path, offset });
  }
  return new ScrapbookError("encoder-decode-failed", {
    what: `The encoder ${JSON.stringify(payload.encoder)} could not decode the scrap's data`,
    path,
    offset,
    got: error instanceof Error ? error.message : String(error),
    hint: "rawData gives the data as it stands in the notebook.",
    cause: error,
  });
}

function unknownEncoder(payload: Payload, decoders: Decoders): ScrapbookError {
  const { encoder } = payload;
  const known = [...decoders.keys()].filter((name) => name !== "display");
  const near = nearNames(encoder, known);
  const hint =
    encoder === "pandas"
      ? "Read with { encoders: [pandas()] } from @scrapbook/encoders-pandas; rawData gives it as it is."
      : "Pass the encoder with { encoders: […] }; rawData gives the data as it is.";
  return new ScrapbookError("encoder-unknown", {
    what: `No encoder is called ${JSON.stringify(encoder)}`,
    path: payloadPath(payload),
    offset: payload.data.start,
    expected: orList(near.length > 0 ? near : known),
    hint,
  });
}
