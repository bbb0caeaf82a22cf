import { ScrapbookError } from "../error/error.ts";
import { integralValue } from "../json/integral.ts";
import { kindPhrase } from "../json/kind.ts";
import type { Span } from "../json/span.ts";
import { kindAt } from "../json/walk.ts";
import { bytesOf, type Region } from "../outline/region.ts";
import { utf8Decoder } from "../platform.ts";

/**
 * The payload version, judged by its JSON text: `1`, `1.0` and `1e0` are version 1. SPEC §3.2.
 *
 * @throws `payload-version-invalid` (not an integral number), `payload-version-unsupported` (below 1).
 */
export function decodeVersion(region: Region, span: Span, pathOf: () => string): bigint {
  const bytes = bytesOf(region, span);
  const version =
    kindAt(bytes, 0) === "number" ? integralValue(utf8Decoder.decode(bytes)) : undefined;
  if (version === undefined) {
    throw new ScrapbookError("payload-version-invalid", {
      what: "The scrap payload's version is not an integer",
      path: `${pathOf()}/version`,
      offset: span.start,
      got: bytes.length <= 40 ? utf8Decoder.decode(bytes) : kindPhrase(kindAt(bytes, 0)),
    });
  }
  if (version < 1n) {
    throw new ScrapbookError("payload-version-unsupported", {
      what: "The scrap payload's version is below 1",
      path: `${pathOf()}/version`,
      offset: span.start,
      got: `${version}`,
    });
  }
  return version;
}
