/**
 * Notebooks with scraps from files, folders, globs and standard input.
 *
 * @packageDocumentation
 */

import { createIO, type IO, type IOSetup } from "@scrapbook/core/io";
import { simdEngine, simdPieceScanner } from "@scrapbook/core/simd";
import type { ByteSource, ReadScrapsOptions, StreamedNotebook } from "@scrapbook/core/stream";
import { cloudStores } from "./cloud.ts";
import { type FileOptions, fileStore } from "./file-store.ts";
import { stdinStore } from "./stdin-store.ts";

export type {
  AnyEncoder,
  Bundle,
  CreateNotebookOptions,
  DataResult,
  Edit,
  EditOptions,
  EditSession,
  Encoder,
  FailedCell,
  JsonArray,
  JsonObject,
  JsonValue,
  Notebook,
  NotebookInput,
  Problem,
  ReadOptions,
  Run,
  RunStatus,
  Scrap,
  Scraps,
  SessionCopy,
  SetOptions,
  SlowestCell,
  StandardIssue,
  StandardSchema,
  Table,
  ValueOptions,
  WideTableOptions,
} from "@scrapbook/core";
export {
  createNotebook,
  defineEncoder,
  type ErrorCode,
  edit,
  floatText,
  isScrapbookError,
  parseNotebook,
  positionOf,
  Scrapbook,
  ScrapbookError,
} from "@scrapbook/core";
export type {
  Change,
  ChangeEach,
  CopyScrapOptions,
  EditNotebookOptions,
  EditNotebooksOptions,
  EditOutcome,
  EditResult,
  FindOptions,
  NotebookCache,
  NotebookContent,
  NotebookEntry,
  ReadNotebookOptions,
  ReadNotebooksOptions,
  ScrapCopy,
  WriteNotebookOptions,
} from "@scrapbook/core/io";
export type { ByteSource, ReadScrapsOptions, StreamedNotebook } from "@scrapbook/core/stream";
export type { FileOptions, FileStoreOptions } from "./file-store.ts";
export { fileStore, stdinStore };

/** What names a notebook here: a path, a `file:` URL, `"-"` for standard input, or an address of a store that is given. */
export type NotebookLocation = string | URL;

/** The verbs over files. */
type FileIO = IO<NotebookLocation, FileOptions>;

const setup: IOSetup = {
  stores: /* @__PURE__ */ (() => [stdinStore(), fileStore()])(),
  lazy: cloudStores,
  engine: simdEngine,
  pieceScanner: simdPieceScanner,
  editInPieces: async () => (await import("@scrapbook/core/stream")).editInPieces,
};

const io: FileIO = /* @__PURE__ */ createIO(setup);

/** Reads one notebook. See {@link IO.readNotebook}. */
export const readNotebook: FileIO["readNotebook"] = io.readNotebook;

/**
 * Reads a notebook of any size in pieces, holding its scraps and nothing else: a file, standard input
 * (`"-"`), an address, or a source of bytes such as a `Response`, a `Blob` or a stream. What it gives is
 * what `readNotebook` would, but that long displays have to be loaded before they are looked at. A file
 * that has such displays is held open until `close` is called.
 *
 * @throws (rejects with) what `readNotebook` rejects with; `store-too-large` where more would have to
 * be held than is allowed. SPEC §15.1.
 */
export async function readScraps(
  source: NotebookLocation | ByteSource,
  options?: ReadScrapsOptions & FileOptions,
): Promise<StreamedNotebook> {
  // Loaded when it is needed: most notebooks are read whole.
  const { readScrapsOver } = await import("@scrapbook/core/stream");
  return readScrapsOver(setup, source, options);
}

/** Reads a folder, a glob or a list of notebooks into a scrapbook. See {@link IO.readNotebooks}. */
export const readNotebooks: FileIO["readNotebooks"] = io.readNotebooks;

/** Reads many notebooks one after the other. See {@link IO.streamNotebooks}. */
export const streamNotebooks: FileIO["streamNotebooks"] = io.streamNotebooks;

/** Changes the scraps of a notebook, and no other byte of it. See {@link IO.editNotebook}. */
export const editNotebook: FileIO["editNotebook"] = io.editNotebook;

/** Makes the same change in many notebooks. See {@link IO.editNotebooks}. */
export const editNotebooks: FileIO["editNotebooks"] = io.editNotebooks;

/** Copies a scrap from one notebook into another. See {@link IO.copyScrap}. */
export const copyScrap: FileIO["copyScrap"] = io.copyScrap;

/** Writes a notebook whole. See {@link IO.writeNotebook}. */
export const writeNotebook: FileIO["writeNotebook"] = io.writeNotebook;
