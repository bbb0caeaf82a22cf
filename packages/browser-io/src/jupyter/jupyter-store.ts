import { isScrapbookError, ScrapbookError } from "@scrapbook/core";
import {
  aBoolean,
  aText,
  checkOptions,
  collectBytes,
  type Pieces,
  type Store,
  type StoreOptions,
  wrongArgument,
} from "@scrapbook/core/io";
import { hashAside, hashVersion } from "../hash-version.ts";
import { withLock } from "../lock.ts";
import { contentsApi, type Request } from "./contents-api.ts";
import type { JupyterOptions } from "./jupyter-options.ts";
import { listFolder } from "./list-folder.ts";
import { locationOf, pathOf } from "./location.ts";
import { openFile } from "./open-file.ts";
import { save } from "./save.ts";

/**
 * A store for one Jupyter server. Its locations are `jupyter://` and a path below the server's root,
 * or an address as its own pages have it, such as `http://localhost:8888/lab/tree/AAA.ipynb`.
 *
 * Bytes are kept as they are: notebooks are read and saved as files. Edits want
 * `lookBeforeSaving`, which says why.
 *
 * @throws `usage-argument`.
 */
export function jupyter(options: JupyterOptions): Store {
  return jupyterStore(options);
}

/** The same, for tests: how old a file's time must be to count. */
export function jupyterStore(options: JupyterOptions, settledMs = 10_000): Store {
  const { base, token, lookBeforeSaving: looks } = checked(options);
  const api = contentsApi(base, token);
  const nameOf = (location: string): string => locationOf(pathOf(location, base) ?? "");
  const requestOf = (location: string, how: StoreOptions = {}): Request => ({
    path: pathOf(location, base) ?? "",
    source: nameOf(location),
    signal: how.signal,
  });
  const alone = <T>({ path, source, signal }: Request, act: () => Promise<T>): Promise<T> =>
    withLock(`scrapbook:${base}${path}`, source, signal, act);
  const mustLook = (location: string): void => {
    if (!looks) throw unsupportedHere(nameOf(location));
  };
  return {
    name: "jupyter",
    matches: (location): location is string => pathOf(location, base) !== undefined,
    nameOf,
    patternOf: nameOf,
    can: () => ({ expect: looks, create: looks, ranges: false, list: true, write: true }),
    kindOf: async (location, how) => {
      try {
        const { type } = await api({ ...requestOf(location, how), query: "content=0" });
        return type === "directory" ? "folder" : "object";
      } catch (error) {
        if (isScrapbookError(error) && error.code === "store-not-found") return "none";
        throw error;
      }
    },
    open: (location, how = {}) => openFile(api, requestOf(location, how), how, settledMs),
    write: async (location, pieces, how = {}) => {
      const request = requestOf(location, how);
      if (how.expect !== undefined) mustLook(location);
      const bytes = await gather(pieces, request);
      return alone(request, () => save(api, request, bytes, how.expect));
    },
    replace: async (location, change, how = {}) => {
      mustLook(location);
      const request = requestOf(location, how);
      return alone(request, async () => {
        const opened = await openFile(api, request, { maxBytes: how.maxBytes }, settledMs);
        if (opened === undefined) return undefined;
        const before = (await opened.read()) as Uint8Array<ArrayBuffer>;
        const pieces = await change(opened);
        if (pieces === undefined) return undefined;
        const bytes = await gather(pieces, request);
        return save(api, request, bytes, await hashAside(before));
      });
    },
    versionOf: hashVersion,
    list: (location, how) => listFolder(api, pathOf(location, base) ?? "", settledMs, how),
  };
}

interface Checked {
  readonly base: string;
  readonly token: string | undefined;
  readonly lookBeforeSaving: boolean;
}

function checked(options: JupyterOptions): Checked {
  const isUrl = (value: unknown): boolean =>
    (typeof value === "string" || value instanceof URL) && /^https?:/.test(String(value));
  checkOptions("jupyter", options, {
    url: { expected: "the server's address, http:// or https://", fits: isUrl },
    token: aText,
    lookBeforeSaving: aBoolean,
  });
  if (options?.url === undefined || !URL.canParse(options.url)) {
    throw wrongArgument("jupyter was not told which server", options?.url, "{ url }");
  }
  const { token, lookBeforeSaving = false } = options;
  const { origin, pathname, searchParams } = new URL(options.url);
  const base = `${origin}${pathname.replace(/\/(?:lab|tree)?\/?$/, "")}/`;
  // An address as `jupyter server list` shows it has the token in it.
  return { base, token: token ?? searchParams.get("token") ?? undefined, lookBeforeSaving };
}

async function gather(
  pieces: Pieces,
  { source: name, signal }: Request,
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted();
  const bytes = await collectBytes(pieces, { name, maxBytes: Number.MAX_SAFE_INTEGER });
  signal?.throwIfAborted();
  return bytes as Uint8Array<ArrayBuffer>;
}

function unsupportedHere(source: string): ScrapbookError {
  return new ScrapbookError("store-unsupported", {
    what: "A Jupyter server cannot promise that nobody else saves meanwhile",
    source,
    hint: "Set { lookBeforeSaving: true } if a look at the file just before saving is enough.",
  });
}
