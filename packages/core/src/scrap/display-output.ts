import type { DisplayFinding } from "../decode/merge.ts";
import { setMember } from "../json/member.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import type { OutputOutline } from "../notebook/outline.ts";
import { isJsonMime } from "../protocol/mime.ts";
import { bytesOf } from "../region.ts";

/** The output that shows a scrap. SPEC §5. */
export interface DisplayOutput {
  /** nbformat's `output_type`: `display_data`, `execute_result`… */
  readonly outputType: string;
  /** The MIME bundle: text joined from its lines, base64 as it is, JSON parsed. */
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** Parses a display scrap's output, joining text that nbformat split into lines. SPEC §5. */
export function readDisplayOutput({ output, mimePrefix }: DisplayFinding): DisplayOutput {
  const parsed = parseJson(bytesOf(output.region, output.span)) as JsonObject;
  const outputType = typeof parsed.output_type === "string" ? parsed.output_type : "";
  const data: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries((parsed.data ?? {}) as JsonObject)) {
    const mime = mimePrefix && key.startsWith(mimePrefix) ? key.slice(mimePrefix.length) : key;
    setMember(data, mime, joinsLines(output, outputType, mime) ? joinLines(value) : value);
  }
  return { outputType, data, metadata: (parsed.metadata ?? {}) as JsonObject };
}

/** Where nbformat joins lines: code cells' display_data and execute_result, not JSON types. SPEC §5. */
function joinsLines(output: OutputOutline, outputType: string, mime: string): boolean {
  const joining = outputType === "display_data" || outputType === "execute_result";
  return output.isCode && joining && !isJsonMime(mime);
}

function joinLines(value: JsonValue): JsonValue {
  return Array.isArray(value) && value.every((line) => typeof line === "string")
    ? value.join("")
    : value;
}
