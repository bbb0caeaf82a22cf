import {
  collectBytes,
  conflict,
  defaultMaxBytes,
  notFound,
  openBytes,
  type Pieces,
  type Store,
  type StoreOptions,
  type Version,
  type WriteOptions,
  type Written,
} from "@scrapbook/core/io";
import { withLock } from "../lock.ts";
import { type Head, NotebookDatabase, settled } from "./database.ts";
import { below, listDatabase } from "./list-database.ts";

const scheme = "idb://";

/** Options of {@link indexedDbStore}. */
export interface IndexedDbStoreOptions {
  /** The database's name. It is made when it is first needed. Default `scrapbook`. */
  readonly database?: string | undefined;
}

/** A notebook as the database holds it. */
interface Held {
  readonly bytes: Uint8Array;
  readonly version: Version;
}

/**
 * A store in IndexedDB: `idb://` and a path. Works where a page has no file system of its own. A
 * notebook is held whole when a part of it is read.
 */
export function indexedDbStore({
  database: name = "scrapbook",
}: IndexedDbStoreOptions = {}): Store {
  const database = new NotebookDatabase(name);
  const pathOf = (location: string): string => location.slice(scheme.length);

  const headAt = (location: string): Promise<Head | undefined> =>
    database.transact(location, "readonly", ({ heads }) => settled(heads.get(pathOf(location))));

  const get = async (location: string): Promise<Held> => {
    const path = pathOf(location);
    const found = await database.transact(location, "readonly", async ({ heads, bytes }) => {
      const [head, content] = await Promise.all([
        settled<Head | undefined>(heads.get(path)),
        settled<Uint8Array | undefined>(bytes.get(path)),
      ]);
      return head && content && { bytes: content, version: head.version };
    });
    if (found === undefined) throw notFound(location);
    return found;
  };

  const put = async (
    location: string,
    content: Uint8Array,
    { signal, expect }: WriteOptions,
  ): Promise<Written> => {
    signal?.throwIfAborted();
    const path = pathOf(location);
    const version = newVersion();
    await database.transact(location, "readwrite", async ({ heads, bytes }) => {
      const head = await settled<Head | undefined>(heads.get(path));
      if (expect === "none" && head !== undefined) throw conflict(location, "a notebook");
      if (expect !== undefined && expect !== "none" && head?.version !== expect) {
        throw conflict(location, head === undefined ? "nothing" : "another version");
      }
      const next: Head = { version, size: content.length };
      await Promise.all([settled(heads.put(next, path)), settled(bytes.put(content, path))]);
    });
    return { version };
  };

  return {
    name: "indexeddb",
    matches: (location): location is string =>
      typeof location === "string" && location.startsWith(scheme),
    nameOf: (location) => location,
    can: () => ({ expect: true, create: true, ranges: false, list: true, write: true }),
    kindOf: async (location) => {
      if ((await headAt(location)) !== undefined) return "object";
      const path = pathOf(location).replace(/\/$/, "");
      if (path === "") return "folder";
      const first = await database.transact(location, "readonly", ({ heads }) =>
        settled(heads.getKey(below(`${path}/`) as IDBKeyRange)),
      );
      return first === undefined ? "none" : "folder";
    },
    open: async (location, { signal, unless, maxBytes = defaultMaxBytes } = {}) => {
      signal?.throwIfAborted();
      if (unless !== undefined && (await headAt(location))?.version === unless) return undefined;
      const { bytes, version } = await get(location);
      signal?.throwIfAborted();
      return openBytes(bytes, { name: location, stamp: version, version, maxBytes });
    },
    write: async (location, pieces, options = {}) =>
      put(location, await gather(location, pieces, options), options),
    replace: async (location, change, options = {}) => {
      const { signal, maxBytes = defaultMaxBytes } = options;
      // The version alone would do. Under the lock, tabs do not take turns in being too late.
      return withLock(`scrapbook:${name}:${pathOf(location)}`, location, signal, async () => {
        const { bytes, version } = await get(location);
        const pieces = await change(openBytes(bytes, { name: location, version, maxBytes }));
        if (pieces === undefined) return undefined;
        return put(location, await gather(location, pieces, options), { signal, expect: version });
      });
    },
    list: (location, options) => listDatabase(database, scheme, location, options),
  };
}

async function gather(name: string, pieces: Pieces, { signal }: StoreOptions): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const bytes = await collectBytes(pieces, { name, maxBytes: Number.MAX_SAFE_INTEGER });
  signal?.throwIfAborted();
  // What is stored is a copy of the whole buffer.
  return bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
}

/** A version that nothing had before. */
function newVersion(): Version {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}
