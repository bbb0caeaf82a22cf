import { ScrapbookError, withSource } from "../error.ts";
import { type ScanEngine, scan } from "../json/scan.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonObject } from "../json/value.ts";
import { utf8Encoder } from "../platform.ts";
import { Notebook } from "./notebook.ts";
import { type ReadOptions, readContext } from "./read-options.ts";
import { readOutline } from "./read-outline.ts";

/** What a notebook can be read from: its file's bytes, their text, or the parsed object. */
export type NotebookInput = Uint8Array | string | object;

/**
 * Reads a notebook. The bytes are checked whole; values are parsed when they are asked for.
 *
 * @param input the file's bytes (not copied: do not change them while the notebook is in use), its
 * text, or an already parsed notebook, such as JupyterLab's model gives.
 * @throws a `json-` error with line, column and byte offset where the bytes are not JSON; a
 * `notebook-` error where the JSON is no notebook. SPEC §12.
 */
export function parseNotebook(input: NotebookInput, options: ReadOptions = {}): Notebook {
  return readView(toBytes(input, options.source), options, "file");
}

/**
 * Reads a notebook and keeps copies of only what views need, so that its bytes can be collected:
 * for readers of many.
 */
export function parseNotebookView(bytes: Uint8Array, options: ReadOptions = {}): Notebook {
  return readView(bytes, options, "parts");
}

function readView(bytes: Uint8Array, options: ReadOptions, retain: "file" | "parts"): Notebook {
  const context = readContext(options);
  const engine: ScanEngine = scan;
  try {
    const tape = engine(bytes, { maxDepth: context.maxDepth });
    return new Notebook(readOutline(bytes, tape, retain), context);
  } catch (error) {
    throw withSource(error, context.source);
  }
}

/** The bytes of a notebook given in any form. */
export function toBytes(input: NotebookInput, source: string | undefined): Uint8Array {
  if (input instanceof Uint8Array) return input;
  if (typeof input === "object" && input !== null) {
    return utf8Encoder.encode(stringifyJson(input as JsonObject, { nonFinite: "literal" }));
  }
  if (typeof input === "string") {
    if (!/\p{Surrogate}/u.test(input)) return utf8Encoder.encode(input);
    throw new ScrapbookError("json-utf8", {
      what: "The text holds a lone surrogate, which is not Unicode text",
      source,
      hint: "Read the file as bytes rather than as a string.",
    });
  }
  throw new ScrapbookError("usage-argument", {
    what: "A notebook cannot be read from this",
    source,
    got: typeof input,
    expected: "bytes, text or a parsed notebook",
  });
}
