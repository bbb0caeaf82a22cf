import { checkOptions } from "../error/check-options.ts";
import { withSource } from "../error/error.ts";
import { type OutlineOptions, readOutline } from "../outline/read-outline.ts";
import { Notebook } from "./notebook.ts";
import { type NotebookInput, toBytes } from "./notebook-input.ts";
import { type ReadContext, type ReadOptions, readContext } from "./read-options.ts";
import { readRules } from "./read-rules.ts";

/**
 * Reads a notebook. The bytes are checked whole; values are parsed when they are asked for.
 *
 * @param input the file's bytes (not copied: do not change them while the notebook is in use), its
 * text, or an already parsed notebook, such as JupyterLab's model gives.
 * @throws a `json-` error with line, column and byte offset where the bytes are not JSON; a
 * `notebook-` error where the JSON is no notebook. SPEC §12.
 */
export function parseNotebook(input: NotebookInput, options: ReadOptions = {}): Notebook {
  checkOptions("parseNotebook", options, readRules);
  return readView(toBytes(input, options.source), options, "file");
}

/**
 * Reads a notebook whose bytes come from a store, and keeps them.
 *
 * @param version gives the store's version when it is asked for.
 */
export function parseNotebookFile(
  bytes: Uint8Array,
  options: ReadOptions,
  version: () => string | undefined,
): Notebook {
  return readView(bytes, options, "file", version);
}

/**
 * Reads a notebook and keeps copies of only what views need, so that its bytes can be collected:
 * for readers of many.
 */
export function parseNotebookView(
  bytes: Uint8Array,
  options: ReadOptions = {},
  version?: () => string | undefined,
): Notebook {
  return readView(bytes, options, "parts", version);
}

/** {@link parseNotebookView} of one notebook after the other, its options looked at once. */
export type ViewParser = (
  bytes: Uint8Array,
  source: string,
  version: (() => string | undefined) | undefined,
) => Notebook;

/** Makes a {@link ViewParser}. @throws `usage-argument`. */
export function viewParser(options: ReadOptions): ViewParser {
  const context = readContext(options);
  const outlined = outlineOptions(options, context, "parts");
  return (bytes, source, version) =>
    viewOf(bytes, { ...context, source: context.source ?? source }, outlined, version);
}

/** Checks that bytes are a notebook. @throws what {@link parseNotebook} throws. */
export function checkNotebook(bytes: Uint8Array, options: Pick<ReadOptions, "engine"> = {}): void {
  readView(bytes, options, "file");
}

function readView(
  bytes: Uint8Array,
  options: ReadOptions,
  retain: "file" | "parts",
  version?: () => string | undefined,
): Notebook {
  const context = readContext(options);
  return viewOf(bytes, context, outlineOptions(options, context, retain), version);
}

/** How a notebook is outlined that is read so. */
export function outlineOptions(
  { codeLines }: ReadOptions,
  { strict }: ReadContext,
  retain: "file" | "parts",
): OutlineOptions {
  return { retain, oldFormats: !strict, codeLines };
}

function viewOf(
  bytes: Uint8Array,
  context: ReadContext,
  options: OutlineOptions,
  version: (() => string | undefined) | undefined,
): Notebook {
  try {
    const tape = context.engine(bytes, { maxDepth: context.maxDepth, lend: true });
    return new Notebook(readOutline(bytes, tape, options), context, version);
  } catch (error) {
    throw withSource(error, context.source);
  }
}
