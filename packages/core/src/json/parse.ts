import { ScrapbookError } from "../error.ts";
import { utf8Decoder, utf8Encoder } from "../platform.ts";
import { buildValue } from "./build-value.ts";
import { scan } from "./scan.ts";
import type { Span } from "./span.ts";
import { decodeString } from "./string-literal.ts";
import { stringEnd } from "./string-token.ts";
import type { JsonValue } from "./value.ts";

/** Options of {@link parseJson}. */
export interface ParseOptions {
  /**
   * What integers become: `"auto"` gives `bigint` outside ±(2^53−1) and `number` within;
   * `"number"` always numbers, rounded; `"bigint"` always bigints. Default `"auto"`.
   */
  readonly integers?: "auto" | "number" | "bigint" | undefined;
  /** The deepest nesting of containers that is accepted. Default 10,000. */
  readonly maxDepth?: number | undefined;
  /** The most digits that an integer may have. Default 4,300, as in Python. */
  readonly maxIntegerDigits?: number | undefined;
}

/**
 * The value of a JSON text, given as a string or as UTF-8 bytes, as Python's `json.loads` reads it:
 * `NaN`, `Infinity` and `-Infinity` are numbers, integers are exact, the last of duplicate keys
 * counts, at the place of the first. SPEC §10.1.
 *
 * A byte order mark is accepted at the start of bytes, not of a string.
 *
 * @throws `json-empty`, `json-truncated`, `json-syntax`, `json-utf8`, `json-depth`,
 * `json-integer-digits`.
 */
export function parseJson(json: string | Uint8Array, options: ParseOptions = {}): JsonValue {
  if (typeof json !== "string") return parseBytes(json, options);
  if (json.startsWith("\ufeff")) throw byteOrderMark();
  return toValue(json, scan(utf8Encoder.encode(json), options).plain, options);
}

/** {@link parseJson} of a piece of bytes that the scanner has accepted, as `plain` as its tape. */
export function parseSpan(
  bytes: Uint8Array,
  span: Span,
  plain: boolean,
  options: ParseOptions = {},
): JsonValue {
  const { start, end } = span;
  if (bytes[start] === 0x22) return decodeString(bytes, start, end);
  const piece = bytes.subarray(start, end);
  return toValue(utf8Decoder.decode(piece), plain || scan(piece, options).plain, options);
}

function parseBytes(bytes: Uint8Array, options: ParseOptions): JsonValue {
  const length = bytes.length;
  if (bytes[0] === 0x22) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    if (stringEnd(bytes, view, 1) === length) return decodeString(bytes, 0, length);
  }
  const { start, plain } = scan(bytes, options);
  return toValue(utf8Decoder.decode(bytes.subarray(start)), plain, options);
}

function toValue(text: string, plain: boolean, options: ParseOptions): JsonValue {
  // JSON.parse is the fastest there is, and `plain` says that it reads this text as we have to.
  if (plain && options.integers !== "bigint") return JSON.parse(text) as JsonValue;
  return buildValue(text, options);
}

function byteOrderMark(): ScrapbookError {
  return new ScrapbookError("json-syntax", {
    what: "This is not JSON at line 1, column 1 (byte 0)",
    got: "a byte order mark",
    expected: "a JSON value",
    hint: "Give the bytes instead of a string, or the string without its first character.",
  });
}
