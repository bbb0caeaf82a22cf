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
  ["\xff\xfe\0\0", "It looks like UTF-32; save it as UTF-8."],
  ["\0\0\xfe\xff", "It looks like UTF-32; save it as UTF-8."],
  ["\0\0\0", "It looks like UTF-32; save it as UTF-8."],
  ["\xff\xfe", "It looks like UTF-16; save it as UTF-8."],
  ["\xfe\xff", "It looks like UTF-16; save it as UTF-8."],
  ["\x1f\x8b", "It looks like a gzip file; unpack it first."],
  ["PK\x03\x04", "It looks like a ZIP file; unpack it first."],
  ["%PDF", "It looks like a PDF."],
  ["\x89PNG", "It looks like a PNG picture."],
  ["PAR1", "It looks like a Parquet file."],
  ["version https://git-lfs", "It is a Git LFS pointer; run git lfs pull."],
  ["<<<<<<<", "It has merge conflict markers; resolve them first."],
  ["<", "It looks like HTML or XML, maybe a login or error page."],
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
  for (const [known, hint] of disguises) if (beginning.startsWith(known)) return hint;
  if (bytes[offset] !== 0) return undefined;
  const width = bytes[offset + 1] === 0 && bytes[offset + 2] === 0 ? 32 : 16;
  return `It looks like UTF-${width}; save it as UTF-8.`;
}
