/**
 * Notebooks of any size: read in pieces, and nothing held but their scraps.
 *
 * @packageDocumentation
 */

export type { EditInPieces, SessionInPieces } from "../io/edit-in-pieces.ts";
export type { PieceScanner, PieceTape, Standing } from "../json/piece-scanner.ts";
export type {
  ByteBlob,
  ByteResponse,
  ByteSource,
  ByteStream,
  OpenedBytes,
} from "./byte-source.ts";
export { editInPieces } from "./edit-pieces.ts";
export type { ReadScrapsOptions } from "./options.ts";
export { readScraps, readScrapsOver } from "./read-scraps.ts";
export type { StreamedNotebook } from "./streamed-notebook.ts";
