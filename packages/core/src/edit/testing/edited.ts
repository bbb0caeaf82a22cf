/** Helpers of this folder's tests: notebooks as Jupyter writes them, and what edits make of them. */

import type { MergeMode } from "../../decode/merge.ts";
import { parseNotebook } from "../../notebook/parse-notebook.ts";
import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import type { EditOptions } from "../edit-options.ts";
import { type EditSession, edit } from "../session.ts";

/** A notebook as Jupyter writes it, its cells given as values. */
export function jupyterText(...cells: readonly (readonly object[])[]): string {
  const notebook = {
    cells: cells.map((outputs, i) => ({
      cell_type: "code",
      execution_count: 1,
      id: `cell-${i}`,
      metadata: {},
      outputs,
      source: ["x\n", "y"],
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** A data output as Jupyter saves what Python's glue emits. */
export function dataOf(name: string, data: unknown, encoder = "json"): object {
  return {
    data: { [`application/scrapbook.scrap.${encoder}+json`]: { data, encoder, name, version: 1 } },
    metadata: { scrapbook: { data: true, display: false, name } },
    output_type: "display_data",
  };
}

/** A display output, likewise. */
export function displayOf(name: string, text = "shown"): object {
  return {
    data: { "text/plain": [text] },
    metadata: { scrapbook: { data: false, display: true, name } },
    output_type: "display_data",
  };
}

/** An output that has nothing to do with scraps. */
export const stream: object = { name: "stdout", output_type: "stream", text: ["line\n"] };

/** The text that a session's changes make of a text. */
export function edited(
  text: string,
  change: (session: EditSession) => unknown,
  options: EditOptions = {},
): string {
  const session = edit(utf8Encoder.encode(text), options);
  change(session);
  return utf8Decoder.decode(session.toBytes());
}

/** A session's edits as `removed → inserted`. */
export function editTexts(text: string, change: (session: EditSession) => unknown): string[] {
  const bytes = utf8Encoder.encode(text);
  const session = edit(bytes);
  change(session);
  return session
    .edits()
    .map(
      ({ start, end, bytes: put }) =>
        `${utf8Decoder.decode(bytes.subarray(start, end))} → ${utf8Decoder.decode(put)}`,
    );
}

/** What a reader sees: `x=1+shown`, for each scrap. */
export function seen(text: string, merge: MergeMode = "complete"): string {
  const { scraps } = parseNotebook(text, { merge, strict: false });
  return [...scraps.values()]
    .map(({ name, rawText, display }) => {
      const shown = display === undefined ? "" : `+${display.data["text/plain"] ?? ""}`;
      return `${name}=${rawText?.replace(/\s+/g, "") ?? ""}${shown}`;
    })
    .join(" ");
}
