import { checkOptions, type OptionRules } from "../error/check-options.ts";
import { stringifyJson } from "../json/stringify.ts";
import type { JsonObject } from "../json/value.ts";

/** Options of {@link createNotebook}. */
export interface CreateNotebookOptions {
  /** The notebook's metadata, such as `{ kernelspec: { name, display_name } }`. Default: empty. */
  readonly metadata?: JsonObject | undefined;
}

const rules: OptionRules = {
  metadata: {
    expected: "an object",
    fits: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  },
};

/**
 * The text of a new notebook without cells, of format 4.5, as Jupyter writes it: for `writeNotebook`,
 * and for `edit`, which puts scraps into it.
 *
 * @throws `usage-argument`; `json-` errors for metadata that is no JSON, with the pointer of the value.
 */
export function createNotebook(options: CreateNotebookOptions = {}): string {
  checkOptions("createNotebook", options, rules);
  const { metadata = {} } = options;
  const notebook = { cells: [], metadata, nbformat: 4, nbformat_minor: 5 };
  return `${stringifyJson(notebook, { indent: 1, sortKeys: true })}\n`;
}
