import { withSource } from "../error/error.ts";
import type { PieceScanner } from "../json/piece-scanner.ts";
import { loadEncoders } from "../notebook/load-encoders.ts";
import { readContext } from "../notebook/read-options.ts";
import type { Pieces } from "./byte-source.ts";
import { holdNotebook } from "./hold-notebook.ts";
import {
  defaultMaxDisplayBytes,
  defaultMaxHeldBytes,
  defaultMaxScrapBytes,
  type ReadScrapsOptions,
} from "./options.ts";
import { StreamedNotebook } from "./streamed-notebook.ts";

/** White space up to this length is held: to say that it was let go takes as much. */
const mostSpace = 64;

/** Reads a notebook from its pieces, holding what its scraps need. */
export async function readPieces(
  source: Pieces,
  scanner: PieceScanner,
  options: ReadScrapsOptions,
  version: () => string | undefined,
): Promise<StreamedNotebook> {
  const context = readContext(options);
  const { slice } = source;
  try {
    const { remains, cuts, outline, byteLength } = await holdNotebook(source, scanner, context, {
      maxScrapBytes: options.maxScrapBytes ?? defaultMaxScrapBytes,
      maxDisplayBytes:
        options.maxDisplayBytes ?? (slice === undefined ? defaultMaxDisplayBytes : 0),
      maxHeldBytes: options.maxHeldBytes ?? defaultMaxHeldBytes,
      maxBytes: options.maxBytes ?? Number.POSITIVE_INFINITY,
      codeLines: options.codeLines ?? false,
      oldFormats: !context.strict,
      mostSpace,
      signal: options.signal,
      onProvisional: options.onProvisional,
    });
    const parts = { remains, source, byteLength, version };
    const notebook = new StreamedNotebook(outline, context, parts);
    await loadEncoders(notebook, options.encoders);
    if (slice === undefined || !cuts.hasDisplay) await source.close();
    return notebook;
  } catch (error) {
    await source.close();
    throw withSource(error, context.source);
  }
}
