import type { EditOptions } from "../edit/edit-options.ts";
import { EditSession } from "../edit/session.ts";
import { ScrapbookError } from "../error/error.ts";
import type { Edit } from "../json/edit/apply.ts";
import type { JsonObject } from "../json/value.ts";
import { type HeldNotebook, inFile } from "./hold-notebook.ts";
import type { StreamedNotebook } from "./streamed-notebook.ts";

/**
 * A session over a notebook that is not held whole. It plans its changes over what is held, and says
 * where in the file they are.
 */
export class StreamedSession extends EditSession {
  override readonly notebook: StreamedNotebook;
  readonly #held: HeldNotebook;

  constructor(held: HeldNotebook, notebook: StreamedNotebook, options: EditOptions) {
    super(held.bytes, options);
    this.notebook = notebook;
    this.#held = held;
  }

  /** Sorted, disjoint edits of the file's bytes. */
  override edits(): readonly Edit[] {
    const { remains } = this.#held;
    const { offsetOf } = remains;
    return inFile(remains, () => super.edits()).map(({ start, end, bytes }) => ({
      start: offsetOf(start),
      end: offsetOf(end),
      bytes,
    }));
  }

  override get original(): Uint8Array {
    return this.#refuse();
  }

  override apply(): Iterable<Uint8Array> {
    return this.#refuse();
  }

  override toBytes(): Uint8Array<ArrayBuffer> {
    return this.#refuse();
  }

  override toObject(): JsonObject {
    return this.#refuse();
  }

  #refuse(): never {
    throw new ScrapbookError("usage-argument", {
      what: "The notebook is edited in pieces, so that its bytes are not at hand",
      source: this.notebook.source,
      hint: "edits() tells what changes; for the whole set inPiecesFrom to Infinity.",
    });
  }
}
