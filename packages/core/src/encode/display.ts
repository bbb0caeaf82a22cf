import type { DisplayFinding } from "../decode/merge.ts";
import { type DisplayBundle, displayEncoder } from "../encoder/display.ts";
import { ScrapbookError } from "../error.ts";
import { jsonPointer } from "../json/pointer.ts";
import { scan } from "../json/scan.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { type Member, objectMembers, rootValue, type ValueSpan } from "../json/walk.ts";
import { utf8Decoder } from "../platform.ts";
import { isJsonMime, isRecordMime, isScrapMime } from "../protocol/mime.ts";
import { bytesOf } from "../region.ts";
import type { DisplayOutput } from "../scrap/display-output.ts";
import type { EncodeOptions } from "./payload.ts";
import { RawJson } from "./raw-json.ts";

/** What a scrap is shown as: members of an output's `data` and `metadata`, in order. SPEC §11.3. */
export interface DisplayContent {
  readonly data: readonly DisplayMember[];
  readonly metadata: readonly DisplayMember[];
}

/** A MIME type or a metadata key, and its value. */
export type DisplayMember = readonly [key: string, value: JsonValue | RawJson];

/**
 * A bundle as it is written: without payloads and records, and without the metadata that would name
 * a scrap. SPEC §11.3.
 *
 * @throws `usage-argument` for what is no bundle, or holds what no output may; `json-` errors with
 * the pointer of the value.
 */
export function encodeDisplay(
  bundle: DisplayBundle,
  nonFinite: EncodeOptions["nonFinite"],
): DisplayContent {
  const { data, metadata = {} } = bundle;
  if (!isObject(data) || !isObject(metadata)) {
    throw new ScrapbookError("usage-argument", {
      what: "This is not something to show",
      expected: '{ data: { "image/png": … }, metadata?: { … } }',
    });
  }
  const shown = Object.entries(data).filter(([mime]) => isShownMime(mime));
  for (const [mime, value] of shown) {
    if (isJsonMime(mime) || isText(value)) continue;
    throw new ScrapbookError("usage-argument", {
      what: `What is shown as ${mime} is not text`,
      path: jsonPointer(["data", mime]),
      expected: "a string or an array of strings",
    });
  }
  const checked = ([key, value]: DisplayMember): DisplayMember => {
    const text = stringifyJson(value, { nonFinite });
    return [key, typeof value === "string" ? value : new RawJson(text)];
  };
  return {
    data: shown.map(checked),
    metadata: Object.entries(metadata).filter(isOwnMetadata).map(checked),
  };
}

/** What was shown, as it is written again: strings joined, all else as its source text. SPEC §13.6. */
export function displayContent(
  { data, metadata }: DisplayOutput,
  { output, mimePrefix = "" }: DisplayFinding,
): DisplayContent {
  const bytes = bytesOf(output.region, output.span);
  const tape = scan(bytes);
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
      const source = bytes.subarray(member.valueStart, member.valueEnd);
      return [shown, new RawJson(utf8Decoder.decode(source))];
    });
    return [...new Map(found)];
  };
  return {
    data: written("data", data).filter(([mime]) => isShownMime(mime)),
    metadata: written("metadata", metadata).filter(isOwnMetadata),
  };
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
