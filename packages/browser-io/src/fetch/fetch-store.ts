import {
  aFunction,
  defaultMaxBytes,
  type OpenOptions,
  redact,
  type Store,
  schemeOf,
} from "@scrapbook/core/io";
import { readOnly } from "../read-only.ts";
import { ask } from "./ask.ts";
import type { FetchOptions, FetchStoreOptions } from "./fetch-options.ts";
import { openResponse, stampOf } from "./open-response.ts";

const served = new Set([undefined, "http", "https"]);

/**
 * A store for URLs: `https:`, `http:`, `blob:`, `data:`, and those relative to the page. It reads by
 * `fetch`, and neither lists nor writes. The browser's cache is asked only for what the server says
 * is unchanged.
 */
export function fetchStore({ requestInit = () => ({}) }: FetchStoreOptions = {}): Store {
  return {
    ...readOnly("fetch", nameOf),
    name: "fetch",
    // A browser's connections to one server.
    concurrency: 6,
    optionRules: { onProgress: aFunction },
    matches: (location): location is string =>
      typeof location === "string" && served.has(schemeOf(location)),
    nameOf,
    // `?` and `[` belong to URLs: nothing here is a pattern.
    patternOf: () => undefined,
    can: () => ({ expect: false, create: false, ranges: false, list: false, write: false }),
    kindOf: () => "object",
    open: async (location, options: OpenOptions & FetchOptions = {}) => {
      const { signal, unless, maxBytes = defaultMaxBytes, onProgress } = options;
      const name = nameOf(location);
      const again = () => ask(location, { name, signal, requestInit });
      const response = await again();
      if (unless !== undefined && stampOf(response) === unless) {
        response.body?.cancel();
        return undefined;
      }
      return openResponse(response, { name, maxBytes, signal, onProgress, again });
    },
  };
}

/** A URL as messages may show it: no password, no query, none of the data of a `data:` URL. */
function nameOf(location: string): string {
  if (location.startsWith("data:")) return "a data: URL";
  return schemeOf(location) === undefined ? location.replace(/[?#].*$/s, "") : redact(location);
}
