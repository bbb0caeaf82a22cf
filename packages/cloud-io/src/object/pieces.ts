import type { Pieces } from "@scrapbook/core/io";

/** The bytes of pieces, in one array: a request that is made again needs them again. */
export async function joined(pieces: Pieces): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let length = 0;
  // A generator's piece is valid only until the next is asked for.
  const isKept = Array.isArray(pieces);
  for await (const piece of pieces) {
    all.push(isKept ? piece : piece.slice());
    length += piece.length;
  }
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
