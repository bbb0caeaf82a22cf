import { readNotebook, readNotebooks } from "@scrapbook/node-io";
import { bookOf, foldersOf, type Library } from "../ts-core/library.ts";

/** `@scrapbook/node-io`: the package opens the files. */
export const nodeIo: Library = {
  readOne: readNotebook,
  readBook: bookOf(readNotebook),
};

/** The notebooks of folders, under the keys that the package gives them. */
export const folders: Library = foldersOf(readNotebook, readNotebooks, async (paths) => paths);
