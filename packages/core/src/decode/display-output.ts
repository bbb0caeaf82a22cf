import { setMember } from "../json/member.ts";
import type { JsonObject, JsonValue } from "../json/value.ts";
import { parseValue } from "../outline/region.ts";
import { isJsonMime } from "../protocol/mime.ts";
import type { DecodedDisplay } from "./display.ts";
import { joinLines } from "./lines.ts";

/** The output that shows a scrap. SPEC §5. */
export interface DisplayOutput {
  /** nbformat's `output_type`: `display_data`, `execute_result`… */
  readonly outputType: string;
  /** The MIME bundle: text joined from its lines, base64 as it is, JSON parsed. */
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** Parses a display scrap's output, joining text that nbformat split into lines. SPEC §5. */
export function readDisplayOutput({ output, mimePrefix }: DecodedDisplay): DisplayOutput {
  const parsed = parseValue(output.region, output.span) as JsonObject;
  const outputType = typeof parsed.output_type === "string" ? parsed.output_type : "";
  // Where nbformat joins lines: in these outputs of code cells, but not those of JSON types.
  const isJoining = outputType === "display_data" || outputType === "execute_result";
  const data: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries((parsed.data ?? {}) as JsonObject)) {
    const mime = mimePrefix && key.startsWith(mimePrefix) ? key.slice(mimePrefix.length) : key;
    setMember(
      data,
      mime,
      output.isCode && isJoining && !isJsonMime(mime) ? joinLines(value) : value,
    );
  }
  return { outputType, data, metadata: (parsed.metadata ?? {}) as JsonObject };
}
