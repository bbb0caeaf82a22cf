import { ScrapbookError } from "../error/error.ts";
import { utf8Decoder, utf8Encoder } from "../platform.ts";
import { buildValue } from "./build-value.ts";
import type { ParseOptions } from "./parse-options.ts";
import { scan } from "./scan.ts";
import { decodeString } from "./string-literal.ts";
import { stringEnd } from "./string-token.ts";
import type { ScanEngine } from "./tape.ts";
import type { JsonValue } from "./value.ts";

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
  const { engine = scan } = options;
  if (typeof json !== "string") return parseBytes(json, engine, options);
  if (json.startsWith("\ufeff")) throw byteOrderMark();
  return toValue(json, engine(utf8Encoder.encode(json), options).plain, options);
}

/**
 * {@link parseJson} of a piece of bytes that the scanner has accepted, as `plain` as its tape.
 * Nothing is checked again.
 *
 * @throws `json-integer-digits`.
 */
export function parsePiece(
  piece: Uint8Array,
  plain: boolean,
  options: ParseOptions = {},
): JsonValue {
  if (piece[0] === 0x22) return decodeString(piece, 0, piece.length);
  const text = utf8Decoder.decode(piece);
  return toValue(text, plain || !mayDiffer.test(text), options);
}

/** The value of a text that is almost certainly JSON: that is looked at only where it proves not to be. */
export function parseExpected(text: string): JsonValue {
  if (!mayDiffer.test(text)) {
    try {
      return JSON.parse(text) as JsonValue;
    } catch {}
  }
  return parseJson(text);
}

// What makes a tape not plain, and strings that look like it: one such number somewhere in the file
// does not make all else slow.
const mayDiffer = /NaN|Inf|-0(?![.\deE])|(?<![.\d])\d{16}/;

function parseBytes(bytes: Uint8Array, engine: ScanEngine, options: ParseOptions): JsonValue {
  const length = bytes.length;
  if (bytes[0] === 0x22) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    if (stringEnd(bytes, view, 1) === length) return decodeString(bytes, 0, length);
  }
  const { start, plain } = engine(bytes, options);
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
