import { type Payload, payloadPath } from "../decode/payload.ts";
import { decodeJsonData, jsonEncoder } from "../encoder/json.ts";
import type { Encoders } from "../encoder/registry.ts";
import { decodeText, textEncoder } from "../encoder/text.ts";
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
export function decodeData(payload: Payload, encoders: Encoders, options: ParseOptions): unknown {
  const encoder = encoders.get(payload.encoder);
  if (encoder === undefined) throw unknownEncoder(payload, encoders);
  try {
    const value = payloadValue(payload, options);
    // These two depend on more than the value: the number's spelling, the caller's integers.
    if ((encoder as unknown) === textEncoder) return decodeText(value, payloadSource(payload));
    if ((encoder as unknown) === jsonEncoder) return decodeJsonData(value, options);
    return encoder.decode(value as never);
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

function unknownEncoder(payload: Payload, encoders: Encoders): ScrapbookError {
  const { encoder } = payload;
  const known = [...encoders.keys()].filter((name) => name !== "display");
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
