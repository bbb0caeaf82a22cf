import { ScrapbookError } from "../error/error.ts";
import { kindOfValue, kindPhrase } from "../json/kind.ts";
import type { Span } from "../json/span.ts";
import { isTruthy } from "../json/truthy.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { type OutputOutline, outputPath } from "../outline/outline.ts";
import { wrongType } from "../outline/outline-error.ts";
import { kindIn, parseValue } from "../outline/region.ts";

/** An output that shows a scrap, and which. SPEC §5, §8. */
export interface DecodedDisplay {
  readonly output: OutputOutline;
  readonly name: string;
  /** myst-nb's prefix, to be taken off the bundle's keys; `undefined` for everybody else's. */
  readonly mimePrefix: string | undefined;
}

/** Members of an output's metadata that name scraps, parsed. */
export interface ScrapMetadata {
  readonly scrapbook: JsonObject | undefined;
  readonly papermill: JsonObject | undefined;
}

/**
 * Parses `metadata.scrapbook` and `metadata.papermill`.
 *
 * @throws `notebook-member-type` where one is present and not an object.
 */
export function decodeScrapMetadata(output: OutputOutline): ScrapMetadata {
  return {
    scrapbook: parseObject(output, "scrapbook", output.scrapbook),
    papermill: parseObject(output, "papermill", output.papermill),
  };
}

/** Whether myst-nb wrote the output; tested before anything else. SPEC §8. */
export function isMyst({ scrapbook }: ScrapMetadata): boolean {
  return typeof scrapbook?.mime_prefix === "string";
}

/**
 * The display that an output is, if it is one: papermill's name where `metadata.papermill` exists,
 * else scrapbook's where `display` is truthy. A falsy name means no display. SPEC §5.
 *
 * @throws `notebook-name-not-string`.
 */
export function decodeDisplay(
  output: OutputOutline,
  { scrapbook, papermill }: ScrapMetadata,
): DecodedDisplay | undefined {
  const prefix = scrapbook?.mime_prefix;
  if (typeof prefix === "string") {
    return named(output, "scrapbook", scrapbook?.name, prefix);
  }
  if (papermill !== undefined) return named(output, "papermill", papermill.name, undefined);
  if (scrapbook === undefined || !isTruthy(scrapbook.display)) return undefined;
  return named(output, "scrapbook", scrapbook.name, undefined);
}

function named(
  output: OutputOutline,
  owner: "scrapbook" | "papermill",
  name: JsonValue | undefined,
  mimePrefix: string | undefined,
): DecodedDisplay | undefined {
  if (!isTruthy(name)) return undefined;
  if (typeof name === "string") return { output, name, mimePrefix };
  throw new ScrapbookError("notebook-name-not-string", {
    what: "A display scrap's name is not a string",
    path: outputPath(output, "metadata", owner, "name"),
    offset: output[owner]?.start,
    got: kindPhrase(kindOfValue(name ?? null)),
    expected: "a string",
  });
}

function parseObject(
  output: OutputOutline,
  owner: "scrapbook" | "papermill",
  span: Span | undefined,
): JsonObject | undefined {
  if (span === undefined) return undefined;
  const kind = kindIn(output.region, span);
  if (kind === "object") return parseValue(output.region, span) as JsonObject;
  throw wrongType(outputPath(output, "metadata", owner), kind, "object", span.start);
}
