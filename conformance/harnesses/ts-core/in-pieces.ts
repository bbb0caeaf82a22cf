import { isScrapbookError } from "@scrapbook/core";
import type { OpenedBytes, ReadScrapsOptions, StreamedNotebook } from "@scrapbook/core/stream";
import type { PiecesAsked } from "./loop.ts";

/** Reads a notebook in pieces, from a source that gives it once, or again. */
export type ReadInPieces = (
  path: string,
  options: ReadScrapsOptions,
  asked: PiecesAsked,
) => Promise<StreamedNotebook>;

/** The limits that a request asks for, as options. */
export function limitsOf({ maxScrapBytes, maxDisplayBytes }: PiecesAsked): ReadScrapsOptions {
  return { maxScrapBytes, maxDisplayBytes };
}

/** Bytes as a source that gives them in pieces: once, or as often as somebody asks. */
export function sourceOf(
  bytes: Uint8Array,
  { bytes: size, once = false }: PiecesAsked,
): Iterable<Uint8Array> | OpenedBytes {
  if (once) return cut(bytes, size);
  return {
    size: bytes.length,
    stream: async function* () {
      yield* cut(bytes, size);
    },
    slice: async (start, end) => bytes.slice(start, end),
    close: async () => {},
  };
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Has each display at hand that can be had: asking for it afterwards raises what asking raises. */
export async function loadDisplays(notebook: StreamedNotebook): Promise<void> {
  try {
    for (const name of notebook.scraps.keys()) {
      await notebook.loadDisplay(name).catch((error: unknown) => {
        if (!isScrapbookError(error)) throw error;
      });
    }
  } catch (error) {
    // What is wrong with the scraps is told where they are asked for.
    if (!isScrapbookError(error)) throw error;
  } finally {
    await notebook.close();
  }
}
