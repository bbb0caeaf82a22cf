import { createReadStream } from "node:fs";
import { readNotebook, readNotebooks, readScraps } from "@scrapbook/node-io";
import { limitsOf } from "../ts-core/in-pieces.ts";
import { bookOf, foldersOf, type Library } from "../ts-core/library.ts";

/** `@scrapbook/node-io`: the package opens the files. */
export const nodeIo: Library = {
  readOne: readNotebook,
  readBook: bookOf(readNotebook),
  // Of a file that can be read again, the package says how long the pieces are.
  readInPieces: (path, options, asked) =>
    readScraps(asked.once ? createReadStream(path, { highWaterMark: asked.bytes }) : path, {
      ...options,
      ...limitsOf(asked),
      source: path,
    }),
};

/** The notebooks of folders, under the keys that the package gives them. */
export const folders: Library = foldersOf(readNotebook, readNotebooks, async (paths) => paths);
