import { ScrapbookError } from "../error/error.ts";
import { kindPhrase } from "../json/kind.ts";
import type { Span } from "../json/span.ts";
import { integralIn, kindIn, type Region, textOf } from "../outline/region.ts";

/**
 * The payload version, judged by its JSON text: `1`, `1.0` and `1e0` are version 1. SPEC §3.2.
 *
 * @throws `payload-version-invalid` (not an integral number), `payload-version-unsupported` (below 1).
 */
export function decodeVersion(region: Region, span: Span, pathOf: () => string): bigint {
  const kind = kindIn(region, span);
  const version = kind === "number" ? integralIn(region, span) : undefined;
  if (version === undefined) {
    throw new ScrapbookError("payload-version-invalid", {
      what: "The scrap payload's version is not an integer",
      path: `${pathOf()}/version`,
      offset: span.start,
      got: span.end - span.start <= 40 ? textOf(region, span) : kindPhrase(kind),
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
