import { type Payload, payloadPath } from "../decode/payload.ts";
import type { Decoders } from "../encoder/decoders.ts";
import { isScrapbookError, ScrapbookError } from "../error.ts";
import { type ParseOptions, parseJson } from "../json/parse.ts";
import type { JsonValue } from "../json/value.ts";
import { nearNames, orList } from "../near-names.ts";
import { utf8Decoder } from "../platform.ts";
import { bytesOf } from "../region.ts";

/** The payload's `data` as exact JSON text. */
export function payloadSource({ output, data }: Payload): string {
  return utf8Decoder.decode(bytesOf(output.region, data));
}

/**
 * The payload's `data` as a JSON value, no encoder applied. SPEC §12.6.
 *
 * @throws `json-integer-digits`.
 */
export function payloadValue(payload: Payload, options: ParseOptions): JsonValue {
  try {
    return parseJson(bytesOf(payload.output.region, payload.data), options);
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
    return decode(payloadValue(payload, options), () => payloadSource(payload), options);
  } catch (error) {
    throw locate(error, payload);
  }
}

/** Gives an encoder's error its code and the payload's path. */
function locate(error: unknown, payload: Payload): ScrapbookError {
  const path = payloadPath(payload);
  if (isScrapbookError(error)) {
    return new ScrapbookError(error.code, { ...error.details, path });
  }
  return new ScrapbookError("encoder-decode-failed", {
    what: `The encoder ${JSON.stringify(payload.encoder)} could not decode the scrap's data`,
    path,
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
    expected: orList(near.length > 0 ? near : known),
    hint,
  });
}
