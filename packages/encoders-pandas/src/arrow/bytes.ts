import { typeId } from "./type.ts";
import type { Vector } from "./vector.ts";

/** The bytes of a value, as a window of the column's. */
export function bytesReader(vector: Vector): (index: number) => Uint8Array {
  const { type, offsets } = vector;
  const values = vector.values as Uint8Array;
  if (offsets !== undefined) {
    return (index) => values.subarray(Number(offsets[index]), Number(offsets[index + 1]));
  }
  if (type.typeId === typeId.fixedSizeBinary) {
    const { stride } = type;
    return (index) => values.subarray(index * stride, (index + 1) * stride);
  }
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return (index) => {
    const at = index * 16;
    const length = view.getInt32(at, true);
    if (length <= 12) return values.subarray(at + 4, at + 4 + length);
    const start = view.getInt32(at + 12, true);
    const body = vector.data?.[view.getInt32(at + 8, true)] as Uint8Array;
    return body.subarray(start, start + length);
  };
}
