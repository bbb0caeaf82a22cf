import { withSource } from "../error/error.ts";
import type { EditInPieces } from "../io/edit-in-pieces.ts";
import type { OpenedObject } from "../io/store.ts";
import { byteScanner } from "../json/byte-scanner.ts";
import type { Edit } from "../json/edit/apply.ts";
import { readContext } from "../notebook/read-options.ts";
import { openedPieces } from "./byte-source.ts";
import { payloadTooLarge } from "./hold.ts";
import { holdNotebook } from "./hold-notebook.ts";
import { defaultMaxHeldBytes, defaultMaxScrapBytes } from "./options.ts";
import { StreamedNotebook } from "./streamed-notebook.ts";
import { StreamedSession } from "./streamed-session.ts";

/** What is new looks like what is there: its white space is held, but for what nobody would write. */
const mostSpace = 1 << 16;

/** A display up to this length is compared with what a change puts in its place. */
const maxDisplayBytes = 1 << 20;

/**
 * Edits a notebook that is not held whole: it is read once in pieces for the changes to be planned, and
 * once more when its bytes are written.
 */
export const editInPieces: EditInPieces = async (now, options, scanner) => {
  const context = readContext(options);
  const { maxBytes = Number.POSITIVE_INFINITY, maxScrapBytes = defaultMaxScrapBytes } = options;
  // Who opened the file closes it.
  const source = { ...openedPieces(now), close: async () => {} };
  try {
    const held = await holdNotebook(source, scanner ?? byteScanner(), context, {
      maxScrapBytes,
      maxDisplayBytes,
      maxHeldBytes: defaultMaxHeldBytes,
      maxBytes,
      mostSpace,
      codeLines: false,
      oldFormats: false,
      signal: options.signal,
      onProvisional: undefined,
    });
    const cut = held.cuts.payload;
    // What it is can be told without it, and what an edit would make of it cannot.
    if (cut !== undefined) throw payloadTooLarge(cut.path, maxScrapBytes);
    const { outline, remains, byteLength } = held;
    const parts = { remains, source, byteLength, version: () => now.version };
    const notebook = new StreamedNotebook(outline, context, parts);
    const session = new StreamedSession(held, notebook, options);
    return { session, pieces: (edits) => editedPieces(now, edits) };
  } catch (error) {
    throw withSource(error, context.source);
  }
};

/** The file's bytes with the edits in their places. Nothing but a piece of them is held. */
async function* editedPieces(
  now: OpenedObject,
  edits: readonly Edit[],
): AsyncGenerator<Uint8Array> {
  const into = { bytes: new Uint8Array(0) };
  let at = 0;
  for (const { start, end, bytes } of edits) {
    if (start > at) yield* now.stream({ start: at, end: start, into });
    if (bytes.length > 0) yield bytes;
    at = end;
  }
  yield* now.stream({ start: at, into });
}
