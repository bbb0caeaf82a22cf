import type { DecodedDisplay } from "../decode/display.ts";
import type { DisplayOutput } from "../decode/display-output.ts";
import { type Bundle, displayEncoder } from "../encoder/display.ts";
import { ScrapbookError } from "../error/error.ts";
import { encodeBase64 } from "../json/base64.ts";
import type { ParseOptions } from "../json/parse-options.ts";
import { jsonPointer } from "../json/pointer.ts";
import { RawJson } from "../json/raw-json.ts";
import { scan } from "../json/scan.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { type Member, objectMembers, rootValue, type ValueSpan } from "../json/walk.ts";
import { bytesOf } from "../outline/region.ts";
import { utf8Decoder } from "../platform.ts";
import { isJsonMime, isRecordMime, isScrapMime, isTextMime } from "../protocol/mime.ts";
import type { Form } from "./form.ts";
import type { EncodeOptions } from "./payload.ts";

/** What a scrap is shown as: members of an output's `data` and `metadata`, in order. SPEC §11.3. */
export interface DisplayContent<T = RawJson> {
  readonly data: readonly DisplayMember<T>[];
  readonly metadata: readonly DisplayMember<T>[];
}

/** A MIME type or a metadata key, and its value: a text, or whatever else in its form. */
export type DisplayMember<T = RawJson> = readonly [key: string, value: string | T];

/**
 * A bundle as it is written: without payloads and records, and without the metadata that would name
 * a scrap. SPEC §11.3.
 *
 * @throws `usage-argument` for what is no bundle, or holds what no output may; `json-` errors with
 * the pointer of the value.
 */
export function encodeDisplay<T>(
  bundle: Bundle,
  nonFinite: EncodeOptions["nonFinite"],
  form: Form<T>,
): DisplayContent<T> {
  const { data, metadata = {} } = bundle;
  if (!isObject(data) || !isObject(metadata)) {
    throw new ScrapbookError("usage-argument", {
      what: "This is not a display",
      expected: '{ data: { "image/png": … }, metadata?: { … } }',
    });
  }
  const shown = Object.entries(data)
    .filter(([mime]) => isShownMime(mime))
    .map(([mime, value]): [string, JsonValue] => [mime, fromBytes(mime, value, form)]);
  for (const [mime, value] of shown) {
    if (isJsonMime(mime) || isText(value)) continue;
    throw new ScrapbookError("usage-argument", {
      what: `What is shown as ${mime} is not text`,
      path: jsonPointer(["data", mime]),
      expected: "a string, an array of strings, or a Uint8Array",
    });
  }
  const write =
    (part: "data" | "metadata") =>
    ([key, value]: readonly [string, JsonValue]): DisplayMember<T> => {
      const written = form.write(value, nonFinite, [part, key]);
      return [key, typeof value === "string" ? value : written];
    };
  return {
    data: shown.map(write("data")),
    metadata: Object.entries(metadata).filter(isOwnMetadata).map(write("metadata")),
  };
}

/** What was shown, as it is written again: strings joined, all else as its source text. SPEC §13.6. */
export function displayContent(
  { data, metadata }: DisplayOutput,
  { output, mimePrefix = "" }: DecodedDisplay,
  { engine = scan, maxDepth }: ParseOptions,
): DisplayContent {
  const bytes = bytesOf(output.region, output.span);
  const tape = engine(bytes, { maxDepth });
  const membersOf = (object: ValueSpan | undefined): Map<string, Member> => {
    const members = new Map<string, Member>();
    if (object === undefined) return members;
    objectMembers(bytes, tape, object.valueIndex, (member) => {
      members.set(member.key, member);
    });
    return members;
  };
  const parts = membersOf(rootValue(bytes, tape));
  const written = (part: string, values: JsonObject): DisplayMember[] => {
    const found = [...membersOf(parts.get(part))].map(([key, member]): DisplayMember => {
      const isPrefixed = part === "data" && key.startsWith(mimePrefix);
      const shown = isPrefixed ? key.slice(mimePrefix.length) : key;
      const value = values[shown];
      if (typeof value === "string") return [shown, value];
      const exact = bytes.subarray(member.valueStart, member.valueEnd);
      return [shown, new RawJson(utf8Decoder.decode(exact))];
    });
    return [...new Map(found)];
  };
  return {
    data: written("data", data).filter(([mime]) => isShownMime(mime)),
    metadata: written("metadata", metadata).filter(isOwnMetadata),
  };
}

/** What is shown, from bytes too: as Jupyter stores them. SPEC §5.4. */
function fromBytes(
  mime: string,
  value: JsonValue | Uint8Array,
  { parse }: Form<unknown>,
): JsonValue {
  if (!(value instanceof Uint8Array)) return value;
  if (isJsonMime(mime)) return parse(value, mime);
  return isTextMime(mime) ? utf8Decoder.decode(value) : encodeBase64(value);
}

/** Whether a bundle's key is shown, rather than bearing data. SPEC §5.2. */
export function isShownMime(mime: string): boolean {
  return !isScrapMime(mime) && !isRecordMime(mime);
}

/** Whether a member of an output's metadata says nothing of scraps. */
function isOwnMetadata([key]: readonly [string, unknown]): boolean {
  return key !== "scrapbook" && key !== "papermill";
}

/** Whether an encoder stores no data: its value is what is shown. SPEC §4.4. */
export function isDisplayEncoder(encoder: { readonly name: string }): boolean {
  return encoder.name === displayEncoder.name;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return (
    typeof value === "string" ||
    (Array.isArray(value) && value.every((line) => typeof line === "string"))
  );
}
