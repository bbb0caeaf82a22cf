import type { EditOptions } from "../edit/edit-options.ts";
import type { EditSession } from "../edit/session.ts";
import type { Edit } from "../json/edit/apply.ts";
import type { PieceScanner } from "../json/piece-scanner.ts";
import type { AbortSignalLike } from "../platform.ts";
import type { OpenedObject } from "./opened-object.ts";
import type { Pieces } from "./store.ts";

/** How it is edited, and how much may be read. */
export interface PieceEditOptions extends EditOptions {
  readonly signal?: AbortSignalLike | undefined;
  readonly maxBytes?: number | undefined;
  /** Most bytes of a payload. Default 64 MiB. */
  readonly maxScrapBytes?: number | undefined;
}

/** Opens a session over a notebook that is not held whole. */
export type EditInPieces = (
  now: OpenedObject,
  options: PieceEditOptions,
  scanner: PieceScanner | undefined,
) => Promise<SessionInPieces>;

/** A session whose edits are those of the file, and how they are carried out. */
export interface SessionInPieces {
  readonly session: EditSession;
  /** The edited bytes: the file is read once more for them. */
  readonly pieces: (edits: readonly Edit[]) => Pieces;
}
