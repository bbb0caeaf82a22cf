import type { Store } from "@scrapbook/core/io";
import { hashVersion } from "../hash-version.ts";
import { defaultSettledMs } from "../settled-stamp.ts";
import { handleAbilities, isHandle } from "./abilities.ts";
import { openPlace } from "./open-place.ts";
import { handlePlace } from "./place.ts";
import { replacePlace, writePlace } from "./write-place.ts";

/** Options of {@link fileHandleStore}, {@link directoryStore} and {@link opfsStore}. */
export interface HandleStoreOptions {
  /**
   * How much older than the look at it a file's time must be to tell that the file is unchanged, in
   * milliseconds. Default 10,000.
   */
  readonly settledMs?: number | undefined;
}

/**
 * A store for each `FileSystemFileHandle`, as `showOpenFilePicker` and dropped files give them.
 *
 * The new bytes are written aside, and replace the file at once. Other tabs of this origin wait
 * meanwhile; what other programs write is noticed up to the last moment, and is then a conflict.
 */
export function fileHandleStore({
  settledMs = defaultSettledMs,
}: HandleStoreOptions = {}): Store<FileSystemFileHandle> {
  return {
    name: "handle",
    matches: (location): location is FileSystemFileHandle => isHandle(location, "file"),
    nameOf: ({ name }) => name,
    patternOf: () => undefined,
    can: () => handleAbilities({ create: false, list: false }),
    kindOf: () => "object",
    open: (handle, options) => openPlace(handlePlace(handle), settledMs, options),
    write: (handle, pieces, options) => writePlace(handlePlace(handle), pieces, options),
    replace: (handle, change, options) => replacePlace(handlePlace(handle), change, options),
    versionOf: hashVersion,
  };
}
