import { isRecord, type Json } from "../json.ts";
import { digestOf } from "./bytes.ts";
import type { Difference } from "./difference.ts";
import { readTag } from "./tag.ts";

/** `[start, end)` in bytes of the original, ascending and apart. */
export type Range = readonly [start: number, end: number];

/**
 * Whether an edited file is the original but for `ranges`: the bytes outside of them occur in the
 * result, in order and unchanged, the first at its start and the last at its end.
 */
export function compareRanges(
  ranges: readonly Range[],
  original: Uint8Array,
  result: Json | undefined,
): readonly Difference[] {
  const tagged = readTag(isRecord(result) ? result.bytes : undefined);
  if (tagged.kind !== "bytes")
    return [{ path: "bytes", expected: "the new file's bytes, not their hash", got: tagged.kind }];
  const source = Buffer.from(original.buffer, original.byteOffset, original.length);
  const kept = keptPieces(ranges, source);
  const edited = Buffer.from(tagged.bytes);
  let from = 0;
  for (const [index, piece] of kept.entries()) {
    const last = index === kept.length - 1;
    const at = last ? edited.length - piece.bytes.length : edited.indexOf(piece.bytes, from);
    const isFound =
      (index > 0 || at === 0) && at >= from && edited.subarray(at).indexOf(piece.bytes) === 0;
    if (!isFound) return [sayLost(piece, edited, from)];
    from = at + piece.bytes.length;
  }
  return [];
}

interface Piece {
  readonly start: number;
  readonly bytes: Buffer;
}

function keptPieces(ranges: readonly Range[], source: Buffer): readonly Piece[] {
  const starts = [0, ...ranges.map(([, end]) => end)];
  const ends = [...ranges.map(([start]) => start), source.length];
  return starts.map((start, index) => ({ start, bytes: source.subarray(start, ends[index]) }));
}

function sayLost({ start, bytes }: Piece, edited: Buffer, from: number): Difference {
  const { sha256 } = digestOf(edited);
  return {
    path: "bytes",
    expected: `bytes ${start} to ${start + bytes.length} of the original, unchanged, at or after byte ${from}`,
    got: `${edited.length} bytes without them (sha256 ${sha256})`,
  };
}
