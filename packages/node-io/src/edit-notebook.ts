import {
  type AnyEncoder,
  applyEdits,
  type EditOptions,
  type EditSession,
  edit,
  isScrapbookError,
  ScrapbookError,
} from "@scrapbook/core";
import { createFileReader, type FileReadOptions } from "./file-reader.ts";
import { hasChanged, stampFile } from "./file-version.ts";
import type { LockOptions } from "./lock-file.ts";
import { toPath } from "./path.ts";
import { conflict, type Replacement, replaceFile } from "./write-notebook.ts";
import { findTarget, type WriteTarget, type WriteTargetOptions } from "./write-target.ts";

/** Options of {@link editNotebook}. */
export interface EditNotebookOptions
  extends Omit<EditOptions, "onEncoder">,
    FileReadOptions,
    LockOptions,
    Pick<WriteTargetOptions, "hardLinks"> {
  /**
   * How often the change is made anew, on fresh bytes, where another program wrote the file
   * meanwhile. Default 5.
   */
  readonly retries?: number | undefined;
}

/** What {@link editNotebook} did. */
export interface EditResult {
  /** Whether anything had to be written. */
  readonly isChanged: boolean;
}

/** Makes changes in a session; what it gives is awaited, and otherwise ignored. */
export type Change = (session: EditSession) => unknown;

/**
 * Changes the scraps of a notebook file, and no other byte of it. Readers find the old file or the
 * new; writers of this package wait for each other, so that counting up in many processes counts
 * right. SPEC §13.
 *
 * @param change makes the changes. It is called anew, on fresh bytes, where another program wrote
 * the file meanwhile, and where an encoder has to be loaded first: it must bear that.
 * @throws (rejects with) what `readNotebook`, {@link EditSession} and `writeNotebook` throw, and
 * what `change` throws; the file is then as it was. `store-conflict` where another program keeps
 * writing.
 */
export async function editNotebook(
  path: string | URL,
  change: Change,
  options: EditNotebookOptions = {},
): Promise<EditResult> {
  const name = toPath(path);
  const { retries = 5 } = options;
  const caller: Caller = { change, loaded: new Set(), thrown: undefined };
  for (let attempt = 0; ; attempt++) {
    const target = await findTarget(name, options);
    try {
      const prepare = () => prepareEdit(target, name, caller, options);
      return { isChanged: await replaceFile(target, name, options, prepare) };
    } catch (error) {
      // What the caller's function throws is the caller's, even if it looks like a file's error.
      if (caller.thrown !== undefined) throw caller.thrown.error;
      const isConflict = isScrapbookError(error) && error.code === "store-conflict";
      if (!isConflict || attempt >= retries) throw error;
    }
  }
}

/** The caller's function, and what is known of it from attempt to attempt. */
interface Caller {
  readonly change: Change;
  /** The encoders that were loaded for it. */
  readonly loaded: Set<AnyEncoder>;
  thrown: { readonly error: unknown } | undefined;
}

async function prepareEdit(
  { path }: WriteTarget,
  name: string,
  caller: Caller,
  options: EditNotebookOptions,
): Promise<Replacement | undefined> {
  const stamp = await stampFile(path);
  const bytes = await createFileReader(options)(path);
  const session = await changeLoaded(bytes, name, caller, options);
  const edits = session.edits();
  if (edits.length === 0) return undefined;
  return {
    pieces: applyEdits(bytes, edits),
    beforeRename: async () => {
      if (await hasChanged(path, stamp, bytes)) throw conflict(name, "other bytes");
    },
  };
}

/** Makes the change, anew after each encoder that it needs and that has to be loaded first. */
async function changeLoaded(
  bytes: Uint8Array,
  name: string,
  caller: Caller,
  options: EditNotebookOptions,
): Promise<EditSession> {
  const { change, loaded } = caller;
  for (;;) {
    let missing: AnyEncoder | undefined;
    const onEncoder = (encoder: AnyEncoder): void => {
      if (encoder.load === undefined || loaded.has(encoder)) return;
      missing = encoder;
      throw new ScrapbookError("encoder-unavailable", { what: "The encoder is not loaded" });
    };
    const session = edit(bytes, { source: name, ...options, onEncoder });
    try {
      await change(session);
    } catch (error) {
      if (missing === undefined) {
        caller.thrown = { error };
        throw error;
      }
    }
    if (missing === undefined) return session;
    await missing.load?.();
    loaded.add(missing);
  }
}
