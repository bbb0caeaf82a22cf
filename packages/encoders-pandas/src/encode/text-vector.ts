import { hasBit } from "../arrow/bitmap.ts";
import type { BytesType } from "../arrow/type.ts";
import type { Vector } from "../arrow/vector.ts";

/** A vector of bytes, or of texts in UTF-8, one after the other. Nulls take none. */
export function textVector(
  type: BytesType,
  { length, nullCount, validity }: Pick<Vector, "length" | "nullCount" | "validity">,
  bytesAt: (index: number) => Uint8Array,
): Vector {
  const offsets = new type.offsets(length + 1);
  let values = new Uint8Array(Math.max(64, 16 * length));
  let end = 0;
  for (let i = 0; i < length; i++) {
    if (nullCount === 0 || hasBit(validity, i)) {
      const bytes = bytesAt(i);
      if (end + bytes.length > values.length) {
        const grown = new Uint8Array(Math.max(2 * values.length, end + bytes.length));
        grown.set(values.subarray(0, end));
        values = grown;
      }
      values.set(bytes, end);
      end += bytes.length;
    }
    offsets[i + 1] = offsets instanceof BigInt64Array ? BigInt(end) : end;
  }
  return { type, length, nullCount, validity, offsets, values: values.subarray(0, end) };
}
