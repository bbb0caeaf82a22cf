import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  isScrapbookError,
  type Notebook,
  type Problem,
  parseNotebook,
  type ReadOptions,
  Scrapbook,
  type ScrapbookError,
} from "@scrapbook/core";
import { readScraps } from "@scrapbook/core/stream";
import { encodersOf } from "./encoders.ts";
import { limitsOf, type ReadInPieces, sourceOf } from "./in-pieces.ts";
import type { Request } from "./loop.ts";

/** How a package reads notebooks: the only thing in which our harnesses differ. */
export interface Library {
  readonly readOne: (path: string, options: ReadOptions) => Promise<Notebook>;
  /** A scrapbook of the request's files, under their keys. */
  readonly readBook: (request: Request, options: ReadOptions) => Promise<Scrapbook>;
  /** Default: it does not read in pieces. */
  readonly readInPieces?: ReadInPieces;
}

/** The options of a request, with its warnings collected in `warnings`. */
export function readOptionsOf({ options = {} }: Request, warnings: Problem[] = []): ReadOptions {
  const { strict, merge, encoders } = options;
  return {
    ...{ strict, merge, encoders: encodersOf(encoders) },
    onWarning: (warning) => warnings.push(warning),
  };
}

/** `@scrapbook/core` alone: the harness reads the bytes. */
export const core: Library = {
  readOne: readBytes,
  readBook: bookOf(readBytes),
  readInPieces: async (path, options, asked) =>
    readScraps(sourceOf(await readFile(path), asked), {
      ...options,
      ...limitsOf(asked),
      source: basename(path),
    }),
};

/** Makes a scrapbook of notebooks that are read one by one, each under the key that the case gives. */
export function bookOf(readOne: Library["readOne"]): Library["readBook"] {
  return async ({ files, options: asked }, options) => {
    const notebooks: [string, Notebook][] = [];
    const errors: [string, ScrapbookError][] = [];
    for (const { key, path } of files) {
      try {
        notebooks.push([key, await readOne(path, options)]);
      } catch (error) {
        if (asked?.onError !== "collect" || !isScrapbookError(error)) throw error;
        errors.push([key, error]);
      }
    }
    return new Scrapbook(notebooks, errors);
  };
}

async function readBytes(path: string, options: ReadOptions): Promise<Notebook> {
  return parseNotebook(await readFile(path), { ...options, source: basename(path) });
}

/**
 * The notebooks of folders, under the keys that an IO package gives them.
 *
 * @param locate puts the folders where the package reads them.
 */
export function foldersOf(
  readOne: Library["readOne"],
  readNotebooks: (locations: string | readonly string[], options: object) => Promise<Scrapbook>,
  locate: (paths: readonly string[]) => Promise<readonly string[]>,
): Library {
  return {
    readOne,
    async readBook({ files, options: asked }, options) {
      const locations = await locate(files.map(({ path }) => path));
      const [only] = locations;
      return readNotebooks(locations.length === 1 && only !== undefined ? only : locations, {
        ...options,
        recursive: asked?.recursive,
        hidden: asked?.hidden,
        onError: asked?.onError,
      });
    },
  };
}
