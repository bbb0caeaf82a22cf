import { bookOf, foldersOf, type Library } from "../ts-core/library.ts";
import { readNotebook, readNotebooks, readObject, upload } from "./bucket.ts";

const readOne: Library["readOne"] = async (path, options) => {
  const [location = ""] = await upload([path]);
  return readNotebook(location, options);
};

/** `@scrapbook/cloud-io`: each file is read from a bucket, where it was put before. */
export const cloudIo: Library = {
  readOne,
  readBook: bookOf(readOne),
  readInPieces: readObject,
};

/** The notebooks of prefixes, under the keys that they get there. */
export const prefixes: Library = foldersOf(readOne, readNotebooks, upload);
