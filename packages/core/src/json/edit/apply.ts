import { ScrapbookError } from "../../error/error.ts";

/**
 * A range of the original bytes, from offset `start` up to, but not including, `end`, and the bytes
 * that stand there afterwards. Offsets always refer to the original, never to a half-edited text;
 * edits that belong together are sorted and disjoint. SPEC §13.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/**
 * The edited bytes, in pieces: views of the original, and the edits' own. Nothing is joined, so that
 * a large file is not held twice.
 *
 * @throws `usage-argument` where edits overlap, are out of order, or lie outside of the bytes.
 */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Iterable<Uint8Array> {
  checkEdits(bytes, edits);
  return piecesOf(bytes, edits);
}

function* piecesOf(bytes: Uint8Array, edits: readonly Edit[]): Generator<Uint8Array> {
  let at = 0;
  for (const edit of edits) {
    if (edit.start > at) yield bytes.subarray(at, edit.start);
    if (edit.bytes.length > 0) yield edit.bytes;
    at = edit.end;
  }
  if (at < bytes.length) yield bytes.subarray(at);
}

/** Pieces in one array. */
export function joinPieces(pieces: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = [...pieces];
  const joined = new Uint8Array(all.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of all) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function checkEdits(bytes: Uint8Array, edits: readonly Edit[]): void {
  let at = 0;
  for (const { start, end } of edits) {
    if (!(start >= at && end >= start && end <= bytes.length)) {
      throw new ScrapbookError("usage-argument", {
        what: "Edits overlap, are out of order, or lie outside of the bytes",
        got: `[${start}, ${end})`,
        expected: `offsets from ${at} to ${bytes.length}`,
      });
    }
    at = end;
  }
}
