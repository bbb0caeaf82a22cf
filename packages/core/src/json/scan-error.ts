import { ScrapbookError } from "../error.ts";
import { utf8Decoder } from "../platform.ts";
import { type Fault, findFault } from "./fault.ts";

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
  const { code, offset, expected } = fault;
  throw new ScrapbookError(code, {
    what: `${sentences[code]} at ${positionText(bytes, offset)}`,
    got: describeByte(bytes, offset),
    expected,
    hint: disguiseOf(bytes, offset),
  });
}

/** `line 3, column 5 (byte 61)`: lines and columns from 1, columns in code points, bytes from 0. */
function positionText(bytes: Uint8Array, offset: number): string {
  let line = 1;
  let column = 1;
  for (let i = bytes[0] === 0xef ? Math.min(3, offset) : 0; i < offset; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x0a || (byte === 0x0d && bytes[i + 1] !== 0x0a)) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) column++;
  }
  return `line ${line}, column ${column} (byte ${offset})`;
}

function describeByte(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset];
  if (byte === undefined) return "the end";
  const [character] = utf8Decoder.decode(bytes.subarray(offset, offset + 4));
  if (byte <= 0x20 || byte === 0x7f || character === undefined || character === "\ufffd") {
    return `the byte 0x${byte.toString(16).padStart(2, "0")}`;
  }
  return `\`${character}\``;
}

function disguiseOf(bytes: Uint8Array, offset: number): string | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 24));
  let looks = disguises.find(([known]) => beginning.startsWith(known))?.[1];
  if (looks === undefined && bytes[offset] === 0) {
    looks = `UTF-${bytes[offset + 1] === 0 ? 32 : 16}; save it as UTF-8`;
  }
  return looks && `It looks like ${looks}.`;
}
