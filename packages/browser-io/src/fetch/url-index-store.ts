import { type ListedObject, type LocationKind, redact, type Store } from "@scrapbook/core/io";
import { freeNames } from "../free-name.ts";
import { readOnly } from "../read-only.ts";
import type { FetchStoreOptions } from "./fetch-options.ts";
import { fetchStore } from "./fetch-store.ts";
import { isUrlIndex, type UrlIndex, urlsOf } from "./url-index.ts";

/** What the store serves: an index, and what it lists. */
export type UrlIndexLocation = UrlIndex | string;

/** A store for what {@link urlIndex} names: the notebooks that a JSON file on a web server lists. */
export function urlIndexStore(options: FetchStoreOptions = {}): Store<UrlIndexLocation> {
  const urls = fetchStore(options);
  const hrefOf = (location: UrlIndexLocation): string =>
    typeof location === "string" ? location : absolute(location.indexUrl);
  const nameOf = (location: UrlIndexLocation): string =>
    typeof location === "string"
      ? redact(location)
      : redact(hrefOf(location)).replace(/\/[^/]*$/, "");
  return {
    ...readOnly<UrlIndexLocation>("index", nameOf),
    name: "index",
    ...(urls.optionRules && { optionRules: urls.optionRules }),
    concurrency: urls.concurrency,
    matches: isUrlIndex,
    nameOf,
    patternOf: () => undefined,
    can: () => ({ expect: false, create: false, ranges: false, list: true, write: false }),
    kindOf: (location): LocationKind => (typeof location === "string" ? "object" : "folder"),
    open: (location, how) => urls.open(hrefOf(location), how),
    list: async function* (location, how): AsyncGenerator<ListedObject<UrlIndexLocation>> {
      how?.signal?.throwIfAborted();
      const href = hrefOf(location);
      const opened = await urls.open(href, { signal: how?.signal });
      if (opened === undefined) return;
      const bytes = await opened.read();
      await opened.close();
      const free = freeNames();
      for (const url of urlsOf(bytes, href, redact(href))) {
        how?.signal?.throwIfAborted();
        // Queries are not shown, so two URLs may look alike.
        yield { location: url, path: free(redact(url)), size: undefined, stamp: undefined };
      }
    },
  };
}

function absolute(url: string): string {
  return new URL(url, globalThis.document?.baseURI ?? globalThis.location?.href).href;
}
