import { encodeBase64 } from "@scrapbook/core/internal";
import { typeId } from "../arrow/type.ts";
import { decodeBase64 } from "../base64.ts";
import { utf8Decoder } from "../platform.ts";

/**
 * The Arrow schema that pyarrow stores under `ARROW:schema` beside Parquet's own: which columns were
 * dictionaries, which texts large. It is a FlatBuffers message in base64; what is read here is where
 * its fields lie. https://github.com/apache/arrow/blob/main/format/Schema.fbs
 */
export interface ArrowHint {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the vector of fields is: its length, then an offset each. */
  readonly vector: number;
  /** Where the fields' tables are. */
  readonly fields: readonly number[];
}

/** The marker and the length that an encapsulated message begins with. */
const messageStart = 8;
/** Positions of members in Arrow's tables. */
const member = {
  header: 2,
  schemaFields: 1,
  fieldType: 2,
  fieldDictionary: 4,
  metadata: 6,
} as const;

/** Undefined for what is no such schema: the file is then read by Parquet's alone. */
export function readArrowHint(text: Uint8Array | undefined): ArrowHint | undefined {
  if (text === undefined) return undefined;
  try {
    const bytes = decodeBase64(utf8Decoder.decode(text), text.length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const message = messageStart + view.getUint32(messageStart, true);
    const schema = target(view, memberAt(view, message, member.header));
    const vector = target(view, memberAt(view, schema, member.schemaFields));
    const count = view.getUint32(vector, true);
    if (count > bytes.length / 4) return undefined;
    const fields = Array.from({ length: count }, (_, i) => target(view, vector + 4 + 4 * i));
    return { bytes, vector, fields };
  } catch {
    return undefined;
  }
}

const byteTypes: ReadonlySet<number> = new Set([
  typeId.utf8,
  typeId.binary,
  typeId.largeUtf8,
  typeId.largeBinary,
]);

/**
 * Whether a field was a dictionary of anything but text and bytes: categories of numbers, booleans,
 * times. Parquet stores their values, and Python reads these as if they had never been categories.
 */
export function wasOtherDictionary({ bytes }: ArrowHint, field: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    if (memberAt(view, field, member.fieldDictionary) === 0) return false;
    // Metadata is of extension types: periods are known by it.
    if (memberAt(view, field, member.metadata) !== 0) return false;
    const type = memberAt(view, field, member.fieldType);
    return type === 0 || !byteTypes.has(view.getUint8(type));
  } catch {
    return false;
  }
}

/** The base64 of the schema, with `fields` for all that it has. */
export function arrowHintText({ bytes, vector, fields }: ArrowHint): string {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  view.setUint32(vector, fields.length, true);
  for (const [i, field] of fields.entries()) {
    const slot = vector + 4 + 4 * i;
    view.setUint32(slot, field - slot, true);
  }
  return encodeBase64(changed);
}

/** Where a member of the table at `table` is; 0 where it is left out. */
function memberAt(view: DataView, table: number, position: number): number {
  const layout = table - view.getInt32(table, true);
  const at = 4 + 2 * position;
  if (at >= view.getUint16(layout, true)) return 0;
  const offset = view.getUint16(layout + at, true);
  return offset === 0 ? 0 : table + offset;
}

/** What the offset at `at` points to. */
function target(view: DataView, at: number): number {
  if (at === 0) throw new Error("a member is missing");
  return at + view.getUint32(at, true);
}
