import { type Scanner, tapeSize } from "../instance.ts";

/** What the scanner in C alone says of a text: `undefined` where it finds it wrong. */
export interface Verdict {
  readonly positions: readonly number[];
  readonly ends: readonly number[];
  readonly plain: boolean;
}

/** Has the scanner scan pieces of a small text, without the other engine's help. */
export function scanPieces(scanner: Scanner, pieces: Iterable<Uint8Array>): Verdict | undefined {
  const { buffer } = scanner.memory;
  const input = new Uint8Array(buffer, scanner.input_address());
  scanner.begin(10_000, 0);
  for (const piece of pieces) {
    input.set(piece);
    if (scanner.scan_piece(0, piece.length) === 0) return undefined;
  }
  if (scanner.finish() === 0) return undefined;
  const count = scanner.tape_count();
  return {
    positions: [
      ...new Uint32Array(buffer, scanner.positions_address(), tapeSize).subarray(0, count),
    ],
    ends: [...new Uint32Array(buffer, scanner.ends_address(), tapeSize).subarray(0, count)],
    plain: scanner.plain() === 1,
  };
}
