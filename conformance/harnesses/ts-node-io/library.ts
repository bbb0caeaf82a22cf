import { readNotebook, readNotebooks } from "@scrapbook/node-io";
import { bookOf, type Library } from "../ts-core/library.ts";

/** `@scrapbook/node-io`: the package opens the files. */
export const nodeIo: Library = {
  readOne: readNotebook,
  readBook: bookOf(readNotebook),
};

/** The notebooks of folders, under the keys that the package gives them. */
export const folders: Library = {
  readOne: readNotebook,
  readBook({ files, options: asked }, options) {
    const paths = files.map(({ path }) => path);
    const [only] = paths;
    return readNotebooks(paths.length === 1 && only !== undefined ? only : paths, {
      ...options,
      recursive: asked?.recursive,
      onError: asked?.onError,
    });
  },
};
