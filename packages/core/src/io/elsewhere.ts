import type { Notebook } from "../notebook/notebook.ts";
import type { ReadOptions } from "../notebook/read-options.ts";
import type { AbortSignalLike } from "../platform.ts";
import type { OpenedObject } from "./opened-object.ts";

/** How a notebook is read elsewhere. */
export interface ElsewhereOptions {
  /** Checked, with the notebook's name as `source`. */
  readonly options: ReadOptions;
  /** What has to come back: all the bytes, or copies of what views need. */
  readonly retain: "file" | "parts";
  readonly signal: AbortSignalLike | undefined;
  /** The store's version of the bytes, once they have come back whole. */
  readonly version: (bytes: Uint8Array) => string | undefined;
}

/**
 * Reads an opened notebook elsewhere than on this thread, such as in a worker. Encoders are loaded,
 * and the object closed, by who calls it.
 *
 * @throws (rejects with) what reading the bytes and `parseNotebook` reject with.
 */
export type NotebookReader = (opened: OpenedObject, how: ElsewhereOptions) => Promise<Notebook>;

/** Reads one of many notebooks elsewhere, and keeps what views need. */
export type PartsReader = (opened: OpenedObject, path: string) => Promise<Notebook>;

export function partsReader(
  reader: NotebookReader,
  rules: ReadOptions & { readonly signal?: AbortSignalLike | undefined },
): PartsReader {
  return (opened, path) =>
    reader(opened, {
      options: { ...rules, source: rules.source ?? path },
      retain: "parts",
      signal: rules.signal,
      version: () => opened.version,
    });
}
