import { ScrapbookError } from "@scrapbook/core";
import { defaultMaxBytes, type FileReadOptions } from "./file-reader.ts";

/** The name that errors give standard input. */
export const stdinName = "-";

/** All of standard input. @throws `store-too-large`. */
export async function readStdin(options: FileReadOptions = {}): Promise<Uint8Array> {
  const { maxBytes = defaultMaxBytes, signal } = options;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    signal?.throwIfAborted();
    length += piece.length;
    if (length > maxBytes) {
      throw new ScrapbookError("store-too-large", {
        what: "Standard input is larger than allowed",
        source: stdinName,
        expected: `at most ${maxBytes} bytes`,
      });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
