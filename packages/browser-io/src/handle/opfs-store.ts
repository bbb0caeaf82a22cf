import type { Store } from "@scrapbook/core/io";
import { named } from "../dom-error.ts";
import { hashVersion } from "../hash-version.ts";
import { defaultSettledMs } from "../settled-stamp.ts";
import { handleAbilities } from "./abilities.ts";
import { kindIn, listIn } from "./directory-store.ts";
import type { HandleStoreOptions } from "./file-handle-store.ts";
import { type FileInDirectory, placeIn } from "./file-in-directory.ts";
import { openPlace } from "./open-place.ts";
import type { FilePlace } from "./place.ts";
import { replacePlace, writePlace } from "./write-place.ts";

const scheme = "opfs://";

/**
 * A store for the origin's own file system: `opfs://` and a path. Nobody but pages of this origin
 * sees what lies there, and the browser may remove it where room is short, unless
 * `navigator.storage.persist()` was granted.
 */
export function opfsStore({ settledMs = defaultSettledMs }: HandleStoreOptions = {}): Store {
  const within = async (location: string): Promise<FileInDirectory> => ({
    directory: await named(location, root()),
    path: location.slice(scheme.length),
  });
  const place = async (location: string): Promise<FilePlace> =>
    placeIn(await within(location), location);
  return {
    name: "opfs",
    matches: (location): location is string =>
      typeof location === "string" && location.startsWith(scheme),
    nameOf: (location) => location,
    can: () => handleAbilities({ create: true, list: true }),
    kindOf: async (location) => kindIn(await within(location), location),
    open: async (location, options) => openPlace(await place(location), settledMs, options),
    write: async (location, pieces, options) => writePlace(await place(location), pieces, options),
    replace: async (location, change, options) =>
      replacePlace(await place(location), change, options),
    versionOf: hashVersion,
    list: async function* (location, options) {
      options?.signal?.throwIfAborted();
      for await (const found of listIn(await within(location), location, settledMs, options)) {
        yield { ...found, location: found.path };
      }
    },
  };
}

async function root(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory();
}
