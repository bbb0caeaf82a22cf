/**
 * Notebooks from URLs alone, for pages that count bytes: no other store is bundled.
 *
 * @packageDocumentation
 */

import { type IO, readNotebookOver } from "@scrapbook/core/io";
import type { FetchOptions } from "./fetch-options.ts";
import { fetchStore } from "./fetch-store.ts";

export type { FetchOptions, FetchStoreOptions, Progress } from "./fetch-options.ts";
export { fetchStore } from "./fetch-store.ts";

const setup = { stores: [/* @__PURE__ */ fetchStore()] };

/** Reads one notebook from a URL. See {@link IO.readNotebook}. */
export const readNotebook: IO<string | URL, FetchOptions>["readNotebook"] = (location, options) =>
  readNotebookOver(setup, location, options);
