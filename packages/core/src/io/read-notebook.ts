import { loadEncoders } from "../notebook/load-encoders.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { parseNotebookFile } from "../notebook/parse-notebook.ts";
import { forReading } from "./engine.ts";
import { checkVerb, type ReadNotebookOptions, readNotebookRules } from "./options.ts";
import { type IOSetup, routeTo } from "./router.ts";
import type { OpenedObject } from "./store.ts";
import { notFound } from "./store-error.ts";
import { versionOf } from "./version.ts";

/** Reads one notebook. See `IO.readNotebook`. */
export async function readNotebook(
  setup: IOSetup,
  given: unknown,
  options: ReadNotebookOptions = {},
): Promise<Notebook> {
  checkVerb("readNotebook", options, readNotebookRules, setup);
  const { store, location } = await routeTo("readNotebook", given, options.stores ?? [], setup);
  const name = store.nameOf(location);
  const opened = await store.open(location, options);
  if (opened === undefined) throw notFound(name);
  try {
    const reading = forReading({ ...options, source: options.source ?? name }, setup);
    let known: string | undefined;
    const version = (bytes: Uint8Array): string | undefined => {
      known ??= versionOf(store, opened, bytes);
      return known;
    };
    const notebook = await readOpened(opened, reading, version, setup);
    await loadEncoders(notebook, reading.encoders);
    return notebook;
  } finally {
    await opened.close();
  }
}

async function readOpened(
  opened: OpenedObject,
  options: ReadNotebookOptions,
  version: (bytes: Uint8Array) => string | undefined,
  { reader }: IOSetup,
): Promise<Notebook> {
  const { signal } = options;
  if (reader !== undefined) return reader(opened, { options, retain: "file", signal, version });
  const bytes = await opened.read();
  return parseNotebookFile(bytes, options, () => version(bytes));
}
