import { ScrapbookError } from "@scrapbook/core";
import {
  conflict,
  defaultMaxBytes,
  type OpenedObject,
  type OpenOptions,
  openBytes,
  tooLarge,
} from "@scrapbook/core/io";
import { getContent } from "./content-bytes.ts";
import type { ContentsApi, Model, Request } from "./contents-api.ts";

/** How old a time must be, in milliseconds, to tell that a file is unchanged: see `settled-stamp.ts`. */
const settledMs = 10_000;

/** The server's time and size of a file; `undefined` where it was changed just now. */
export function stampOf({ last_modified, size }: Model, settled: number): string | undefined {
  const isFresh = settled > 0 && !(Date.parse(last_modified) < Date.now() - settled);
  return isFresh ? undefined : `${last_modified}-${size ?? ""}`;
}

/** Opens a file. Its bytes come when they are asked for, all at once. */
export async function openFile(
  api: ContentsApi,
  request: Request,
  { unless, maxBytes = defaultMaxBytes }: OpenOptions,
  settled: number = settledMs,
): Promise<OpenedObject | undefined> {
  const { source } = request;
  const model = await api({ ...request, query: "content=0" });
  if (model.type === "directory") {
    throw new ScrapbookError("store-not-file", { what: "This is a folder", source });
  }
  const stamp = stampOf(model, settled);
  if (unless !== undefined && unless === stamp) return undefined;
  const size = model.size ?? undefined;
  if (size !== undefined && size > maxBytes) throw tooLarge(source, maxBytes);

  let fetched: Promise<OpenedObject> | undefined;
  const whole = (): Promise<OpenedObject> => {
    fetched ??= getContent(api, request).then(({ model: now, bytes }) => {
      const isSame = now.last_modified === model.last_modified;
      if (!isSame || (size !== undefined && size !== bytes.length)) {
        throw conflict(source, "other bytes than when it was opened");
      }
      return openBytes(bytes, { name: source, maxBytes });
    });
    return fetched;
  };
  return {
    size,
    stamp,
    version: undefined,
    read: async (into) => (await whole()).read(into),
    stream: async function* (range) {
      yield* (await whole()).stream(range);
    },
    slice: async (start, end) => (await whole()).slice(start, end),
    close: async () => {},
  };
}
