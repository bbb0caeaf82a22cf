import type { ErrorCode } from "../protocol/generated/error-code.ts";
import { literalFrom } from "./literal.ts";

/** Where and why a text is no JSON. SPEC §12.2. */
export interface Fault {
  /** `json-empty`, `json-truncated`, `json-syntax`, `json-utf8` or `json-depth`. */
  readonly code: ErrorCode;
  /** Offset of the first byte that no JSON text could have there; the length if more had to come. */
  readonly offset: number;
  /** What could have stood there. */
  readonly expected: string;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  code: ErrorCode;
  expected: string;
}

/**
 * Where `bytes` first stop being the beginning of any JSON text; `undefined` when they are one.
 *
 * The scanner sees only that something is wrong. This pass, which runs only then, takes one byte at
 * a time and so knows which was the first. The two are one definition of JSON told twice, and are
 * tested against each other.
 */
export function findFault(bytes: Uint8Array, maxDepth: number): Fault | undefined {
  const cursor: Cursor = { bytes, at: 0, code: "json-syntax", expected: "" };
  if (isText(cursor, maxDepth)) return undefined;
  return { code: cursor.code, offset: cursor.at, expected: cursor.expected };
}

// Each function below takes what its name says and tells whether it was there. If it was not, the
// cursor stands at the first byte that is wrong.

function isText(cursor: Cursor, maxDepth: number): boolean {
  const { bytes } = cursor;
  const closers: number[] = [];
  if (bytes[0] === 0xef && !isWord(cursor, "\u00ef\u00bb\u00bf", "a byte order mark")) return false;
  skipSpace(cursor);
  if (cursor.at === bytes.length) return refuse(cursor, "a JSON value", "json-empty");
  let alternative = "";
  for (;;) {
    skipSpace(cursor);
    const first = bytes[cursor.at];
    if (first === 0x7b || first === 0x5b) {
      if (closers.length >= maxDepth) {
        return refuse(cursor, `nesting no deeper than ${maxDepth}`, "json-depth");
      }
      closers.push(first + 2);
      cursor.at++;
      skipSpace(cursor);
      if (bytes[cursor.at] !== first + 2) {
        if (first === 0x7b && !isKey(cursor, " or `}`")) return false;
        alternative = first === 0x5b ? " or `]`" : "";
        continue;
      }
    } else if (!isScalar(cursor, alternative)) return false;
    for (;;) {
      skipSpace(cursor);
      const closer = closers.at(-1);
      if (closer === undefined) return cursor.at === bytes.length || refuse(cursor, "the end");
      if (bytes[cursor.at] === closer) {
        closers.pop();
        cursor.at++;
        continue;
      }
      if (bytes[cursor.at] !== 0x2c)
        return refuse(cursor, closer === 0x7d ? "`,` or `}`" : "`,` or `]`");
      cursor.at++;
      if (closer === 0x7d && !isKey(cursor, "")) return false;
      alternative = "";
      break;
    }
  }
}

function isKey(cursor: Cursor, alternative: string): boolean {
  skipSpace(cursor);
  if (cursor.bytes[cursor.at] !== 0x22) {
    return refuse(cursor, `a key in double quotes${alternative}`);
  }
  if (!isString(cursor)) return false;
  skipSpace(cursor);
  return isOneOf(cursor, ":", "`:`");
}

function isScalar(cursor: Cursor, alternative: string): boolean {
  const first = cursor.bytes[cursor.at] ?? 0;
  if (first === 0x22) return isString(cursor);
  const word = literalFrom(first);
  if (word !== undefined) return isWord(cursor, word, `\`${word}\``);
  if (first === 0x2d || isDigit(first)) return isNumber(cursor);
  return refuse(cursor, `a JSON value${alternative}`);
}

function isString(cursor: Cursor): boolean {
  cursor.at++;
  for (;;) {
    const byte = cursor.bytes[cursor.at] ?? 0;
    if (byte < 0x20) return refuse(cursor, 'a character, or `"` to end the string');
    if (byte >= 0x80) {
      if (!isCharacter(cursor, byte)) return false;
      continue;
    }
    cursor.at++;
    if (byte === 0x22) return true;
    if (byte === 0x5c && !isEscape(cursor)) return false;
  }
}

function isEscape(cursor: Cursor): boolean {
  if (!isOneOf(cursor, '"\\/bfnrtu', 'one of `"\\/bfnrtu`')) return false;
  if (cursor.bytes[cursor.at - 1] !== 0x75) return true;
  for (let digit = 0; digit < 4; digit++) {
    if (!isOneOf(cursor, "0123456789abcdefABCDEF", "a hexadecimal digit")) return false;
  }
  return true;
}

function isCharacter(cursor: Cursor, lead: number): boolean {
  if (lead < 0xc2 || lead > 0xf4) return refuse(cursor, "UTF-8");
  // The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF.
  let lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3; more > 0; more--) {
    const byte = cursor.bytes[++cursor.at] ?? 0;
    if (byte < lowest || byte > highest) {
      return refuse(cursor, "the rest of a UTF-8 character", "json-utf8");
    }
    lowest = 0x80;
    highest = 0xbf;
  }
  cursor.at++;
  return true;
}

function isNumber(cursor: Cursor): boolean {
  const { bytes } = cursor;
  if (bytes[cursor.at] === 0x2d) cursor.at++;
  if (bytes[cursor.at] === 0x49) return isWord(cursor, "Infinity", "`Infinity`");
  if (bytes[cursor.at] === 0x30) cursor.at++;
  else if (!isDigits(cursor, "a digit")) return false;
  if (bytes[cursor.at] === 0x2e) {
    cursor.at++;
    if (!isDigits(cursor, "a digit")) return false;
  }
  if (((bytes[cursor.at] ?? 0) | 0x20) !== 0x65) return true;
  const sign = bytes[++cursor.at];
  const isSigned = sign === 0x2b || sign === 0x2d;
  if (isSigned) cursor.at++;
  return isDigits(cursor, isSigned ? "a digit" : "a digit or sign");
}

function isDigits(cursor: Cursor, expected: string): boolean {
  if (!isDigit(cursor.bytes[cursor.at] ?? 0)) return refuse(cursor, expected);
  while (isDigit(cursor.bytes[cursor.at] ?? 0)) cursor.at++;
  return true;
}

function isWord(cursor: Cursor, word: string, expected: string): boolean {
  for (const letter of word) if (!isOneOf(cursor, letter, expected)) return false;
  return true;
}

function isOneOf(cursor: Cursor, letters: string, expected: string): boolean {
  const byte = cursor.bytes[cursor.at];
  if (byte === undefined || !letters.includes(String.fromCharCode(byte))) {
    return refuse(cursor, expected);
  }
  cursor.at++;
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
    cursor.at++;
  }
}

function refuse(cursor: Cursor, expected: string, code: ErrorCode = "json-syntax"): false {
  const byte = cursor.bytes[cursor.at];
  const isLead = byte === undefined || byte < 0x80 || (byte >= 0xc2 && byte <= 0xf4);
  cursor.expected = expected;
  cursor.code = isLead ? code : "json-utf8";
  if (byte === undefined && code !== "json-empty") cursor.code = "json-truncated";
  return false;
}
