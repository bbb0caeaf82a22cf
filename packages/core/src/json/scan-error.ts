import { ScrapbookError } from "../error/error.ts";
import { utf8Decoder } from "../platform.ts";
import { type Fault, findFault } from "./fault.ts";
import { type Position, positionOf } from "./position.ts";

const sentences: Readonly<Record<string, string>> = {
  "json-empty": "There is no JSON",
  "json-truncated": "The JSON ends too early",
  "json-syntax": "This is not JSON",
  "json-utf8": "This is not UTF-8",
  "json-depth": "The JSON is nested too deeply",
};

// What people give by mistake, by how its bytes begin.
const disguises: readonly (readonly [beginning: string, hint: string])[] = [
  ["\xff\xfe\0\0", "UTF-32; save it as UTF-8"],
  ["\0\0\xfe\xff", "UTF-32; save it as UTF-8"],
  ["\xff\xfe", "UTF-16; save it as UTF-8"],
  ["\xfe\xff", "UTF-16; save it as UTF-8"],
  ["\x1f\x8b", "gzip; unpack it first"],
  ["PK\x03\x04", "a ZIP archive; unpack it first"],
  ["%PDF", "a PDF"],
  ["\x89PNG", "a PNG picture"],
  ["version https://git-lfs", "a Git LFS pointer; run git lfs pull"],
  ["<<<<<<<", "a file with merge conflict markers; resolve them first"],
  ["<", "HTML or XML, maybe a login or error page"],
];

/** Throws what {@link findFault} finds, with line, column and byte offset. There must be something. */
export function throwScanError(bytes: Uint8Array, maxDepth: number): never {
  const fault = findFault(bytes, maxDepth) as Fault;
  const { offset } = fault;
  const position = positionOf(bytes, offset);
  throw scanError(fault, { position, beginning: bytes, rest: bytes.subarray(offset) });
}

/** What is said about a fault besides. */
export interface FaultPlace {
  readonly position: Position;
  /** How the text begins. */
  readonly beginning: Uint8Array;
  /** The text from the fault on: a character of it is enough. */
  readonly rest: Uint8Array;
}

/** The error for a fault. */
export function scanError(
  { code, offset, expected }: Fault,
  { position: { line, column }, beginning, rest }: FaultPlace,
): ScrapbookError {
  return new ScrapbookError(code, {
    what: `${sentences[code]} at line ${line}, column ${column} (byte ${offset})`,
    offset,
    got: describeByte(rest),
    expected,
    hint: disguiseOf(beginning, rest),
  });
}

function describeByte(rest: Uint8Array): string {
  const byte = rest[0];
  if (byte === undefined) return "the end";
  const [character] = utf8Decoder.decode(rest.subarray(0, 4));
  if (byte <= 0x20 || byte === 0x7f || character === undefined || character === "\ufffd") {
    return `the byte 0x${byte.toString(16).padStart(2, "0")}`;
  }
  return `\`${character}\``;
}

function disguiseOf(bytes: Uint8Array, rest: Uint8Array): string | undefined {
  const beginning = Array.from(bytes.subarray(0, 24), (byte) => String.fromCharCode(byte)).join("");
  let looks = disguises.find(([known]) => beginning.startsWith(known))?.[1];
  if (looks === undefined && rest[0] === 0) {
    looks = `UTF-${rest[1] === 0 ? 32 : 16}; save it as UTF-8`;
  }
  return looks && `It looks like ${looks}.`;
}
