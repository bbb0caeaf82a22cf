import { tooLarge } from "../failure.ts";
import { type ColumnChunk, type Footer, integer, lies } from "./footer.ts";
import type { ThriftStruct } from "./thrift.ts";
import { ThriftReader } from "./thrift-reader.ts";

const snappy = 1;
const dataPage = 0;
const dataPageV2 = 3;

/** Bytes of a decoded value by physical type; a text's or a list's offset counts for its value. */
const widths = [1 / 8, 4, 8, 12, 4, 8, 8] as const;
const fixedLength = 7;

/**
 * Checks what the file declares before anything is decoded: every size in the footer, in the page
 * headers and in the Snappy preambles must agree with the others and lie within the file, and
 * together they must stay within `maxBytes`.
 *
 * @returns the bytes that decoding takes at least.
 * @throws `encoder-too-large`, `encoder-decode-failed`.
 */
export function checkDeclaredSize(bytes: Uint8Array, footer: Footer, maxBytes: number): number {
  // A frame without columns has rows that take no bytes.
  let total = footer.rowGroups.some((group) => group.columns.length > 0) ? 0 : footer.rows;
  let rows = 0;
  for (const group of footer.rowGroups) {
    rows += group.rows;
    for (const chunk of group.columns) {
      if (chunk.values < group.rows) throw lies("a column has fewer values than rows");
      // pyarrow gives the columns of a frame without rows no place.
      if (chunk.values === 0) continue;
      const pages = checkPages(bytes, footer, chunk, maxBytes - total);
      total += Math.max(pages, chunk.values * widthOf(chunk));
      if (total > maxBytes) throw tooLarge("The frame declares too much", total, maxBytes);
    }
  }
  if (rows !== footer.rows && footer.rowGroups.length > 0) {
    throw lies(`${footer.rows} rows, but ${rows} in its row groups`);
  }
  if (total > maxBytes) throw tooLarge("The frame declares too many rows", total, maxBytes);
  return total;
}

function widthOf({ type, typeLength }: ColumnChunk): number {
  const width = type === fixedLength ? typeLength : widths[type];
  if (width === undefined) throw lies(`there is no type ${type}`);
  return width;
}

/** The decoded bytes of a chunk's pages. */
function checkPages(
  bytes: Uint8Array,
  footer: Footer,
  chunk: ColumnChunk,
  maxBytes: number,
): number {
  const { start, end } = chunk;
  if (start < 4 || end > footer.start) throw lies("a column lies outside the file");
  const reader = new ThriftReader(bytes.subarray(0, end), start);
  let total = 0;
  let values = 0;
  while (reader.position < end) {
    const header = reader.struct();
    const compressed = integer(header, 3);
    const page = bytes.subarray(reader.position, reader.position + compressed);
    if (reader.position + compressed > end) throw lies("a page is longer than its column");
    total += checkPage(page, header, chunk);
    if (total > maxBytes) throw tooLarge("A column of the frame is too long", total, maxBytes);
    values += pageValues(header);
    reader.position += compressed;
  }
  if (values !== chunk.values) throw lies(`a column of ${chunk.values} values has ${values}`);
  return total;
}

/** The decoded bytes of a page, as its header and its Snappy preamble agree. */
function checkPage(page: Uint8Array, header: ThriftStruct, { codec }: ColumnChunk): number {
  const declared = integer(header, 2);
  const v2 = integer(header, 1) === dataPageV2 ? nested(header, 8) : undefined;
  const levels = v2 === undefined ? 0 : integer(v2, 5) + integer(v2, 6);
  const compressed = codec !== 0 && v2?.get(7)?.value !== false;
  if (!compressed) {
    if (page.length !== declared) throw lies("an uncompressed page changes its length");
    return declared;
  }
  // An empty body needs no preamble.
  if (codec === snappy && levels < page.length) {
    const preamble = snappyLength(page.subarray(levels));
    if (preamble !== declared - levels) {
      throw lies(`a page of ${declared} bytes has ${preamble} by its Snappy preamble`);
    }
  }
  return declared;
}

/** The length that Snappy's data begins with: a varint of at most 32 bits. */
function snappyLength(body: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < 5; i++) {
    const byte = body[i];
    if (byte === undefined) break;
    length += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return length;
  }
  throw lies("a page has no Snappy preamble");
}

/** Levels in a page; dictionary and index pages have none. */
function pageValues(header: ThriftStruct): number {
  const type = integer(header, 1);
  if (type === dataPage) return integer(nested(header, 5), 1);
  if (type === dataPageV2) return integer(nested(header, 8), 1);
  return 0;
}

function nested(header: ThriftStruct, id: number): ThriftStruct {
  const value = header.get(id)?.value;
  if (!(value instanceof Map)) throw lies("a page has no header of its kind");
  return value;
}
