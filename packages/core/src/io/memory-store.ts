import { byCodePoints } from "../json/code-points.ts";
import { joinPieces } from "../json/edit/apply.ts";
import { utf8Encoder } from "../platform.ts";
import { openBytes } from "./open-bytes.ts";
import type {
  ListedObject,
  ListOptions,
  OpenedObject,
  OpenOptions,
  Pieces,
  ReplaceOptions,
  Store,
  StoreAbilities,
  StoreOptions,
  WriteOptions,
  Written,
} from "./store.ts";
import { conflict, defaultMaxBytes, notFound } from "./store-error.ts";

/** An object in memory. Its bytes are never changed. */
interface Held {
  readonly bytes: Uint8Array;
  readonly version: string;
}

const scheme = "memory://";

/**
 * A store in memory, for tests and for notebooks that come from nowhere else. Its addresses are
 * `memory://` and a path.
 *
 * @param objects what it holds at first, by path: bytes, which are copied, or text.
 */
export function memoryStore(
  objects: Iterable<readonly [path: string, content: Uint8Array | string]> = [],
): Store {
  const held = new Map<string, Held>();
  let writes = 0;
  const put = (path: string, bytes: Uint8Array): Written => {
    const version = String(++writes);
    held.set(path, { bytes, version });
    return { version };
  };
  const pathOf = (location: string): string => location.slice(scheme.length);
  const get = (location: string): Held => {
    const found = held.get(pathOf(location));
    if (found === undefined) throw notFound(location);
    return found;
  };
  const opened = ({ bytes, version }: Held, name: string, maxBytes = defaultMaxBytes) =>
    openBytes(bytes, { name, stamp: version, version, maxBytes });
  for (const [path, content] of objects) {
    put(path, typeof content === "string" ? utf8Encoder.encode(content) : content.slice());
  }

  return {
    name: "memory",
    matches: (location): location is string =>
      typeof location === "string" && location.startsWith(scheme),
    nameOf: (location) => location,
    can: (): StoreAbilities => ({
      ...{ expect: true, create: true, ranges: true, list: true, write: true },
    }),
    kindOf: (location) => {
      const path = pathOf(location);
      if (held.has(path)) return "object";
      const folder = folderPath(path);
      return [...held.keys()].some((one) => one.startsWith(folder)) ? "folder" : "none";
    },
    open: async (location, { signal, unless, maxBytes }: OpenOptions = {}) => {
      signal?.throwIfAborted();
      const found = get(location);
      if (unless !== undefined && found.version === unless) return undefined;
      return opened(found, location, maxBytes);
    },
    write: async (location, pieces, { signal, expect }: WriteOptions = {}) => {
      const bytes = await gather(pieces, signal);
      const path = pathOf(location);
      const version = held.get(path)?.version;
      if (expect === "none" && version !== undefined) throw conflict(location, "an object");
      if (expect !== undefined && expect !== "none" && version !== expect) {
        throw conflict(location, version === undefined ? "no object" : `version ${version}`);
      }
      return put(path, bytes);
    },
    replace: async (
      location: string,
      change: (now: OpenedObject) => Promise<Pieces | undefined>,
      { signal, maxBytes }: ReplaceOptions = {},
    ) => {
      signal?.throwIfAborted();
      const found = get(location);
      const pieces = await change(opened(found, location, maxBytes));
      if (pieces === undefined) return undefined;
      const bytes = await gather(pieces, signal);
      if (held.get(pathOf(location)) !== found) throw conflict(location, "another version");
      return put(pathOf(location), bytes);
    },
    list: (location, options) => list(held, folderPath(pathOf(location)), location, options),
  };
}

/** A folder's path, with `/` at its end; `""` for the whole store. */
function folderPath(path: string): string {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}

async function* list(
  held: ReadonlyMap<string, Held>,
  folder: string,
  location: string,
  { signal, recursive = false, hidden = false }: ListOptions = {},
): AsyncGenerator<ListedObject> {
  signal?.throwIfAborted();
  const below = [...held.keys()].filter((path) => path.startsWith(folder)).sort(byCodePoints);
  if (below.length === 0 && folder !== "") throw notFound(location);
  for (const path of below) {
    signal?.throwIfAborted();
    const folders = path.slice(folder.length).split("/").slice(0, -1);
    if (!recursive && folders.length > 0) continue;
    if (!hidden && folders.some((name) => name.startsWith("."))) continue;
    const found = held.get(path);
    if (found === undefined) continue;
    const address = scheme + path;
    yield { location: address, path: address, size: found.bytes.length, stamp: found.version };
  }
}

async function gather(pieces: Pieces, signal: StoreOptions["signal"]): Promise<Uint8Array> {
  const copies: Uint8Array[] = [];
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    copies.push(piece.slice());
  }
  signal?.throwIfAborted();
  return joinPieces(copies);
}
