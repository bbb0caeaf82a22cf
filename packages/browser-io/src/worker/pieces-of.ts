import type { OpenedObject } from "@scrapbook/core/io";

/**
 * The bytes of an opened object, to be handed over to a worker. Where their number is known they are
 * one array; otherwise they stay in the pieces in which they come: this thread would copy them all
 * each time that an array became too small.
 */
export async function piecesOf(opened: OpenedObject): Promise<readonly Uint8Array[]> {
  if (opened.size !== undefined) return [await opened.read()];
  const pieces: Uint8Array[] = [];
  // A piece is valid only until the next, and may be a part of something larger.
  for await (const piece of opened.stream()) pieces.push(piece.slice());
  return pieces;
}
