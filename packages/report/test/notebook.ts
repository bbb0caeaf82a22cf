import { type Notebook, parseNotebook, type ReadOptions, Scrapbook } from "@scrapbook/core";

/** A scrap as a test names it: data, or a bundle that shows it, or both in one output. */
export interface GivenScrap {
  readonly data?: unknown;
  readonly encoder?: string;
  /** The MIME bundle. */
  readonly display?: Readonly<Record<string, unknown>>;
  /** The output's metadata beside scrapbook's. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** What else a notebook holds. */
export interface GivenNotebook {
  /** `metadata.papermill`. */
  readonly papermill?: unknown;
  /** Cells before the one with the scraps. */
  readonly cells?: readonly unknown[];
  readonly options?: ReadOptions;
}

/** A notebook with these scraps in its last cell, read leniently. */
export function notebookOf(
  scraps: Readonly<Record<string, GivenScrap>> | readonly (readonly [string, GivenScrap])[],
  { papermill, cells = [], options }: GivenNotebook = {},
): Notebook {
  const entries = Array.isArray(scraps) ? scraps : Object.entries(scraps);
  const text = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: papermill === undefined ? {} : { papermill },
    cells: [
      ...cells,
      {
        cell_type: "code",
        metadata: {},
        source: "",
        execution_count: 1,
        outputs: entries.map(([name, scrap]) => outputOf(name, scrap)),
      },
    ],
  });
  return parseNotebook(text, { strict: false, ...options });
}

/** A scrapbook with one notebook, `nb`, that holds these scraps. */
export function bookOf(...given: Parameters<typeof notebookOf>): Scrapbook {
  return new Scrapbook([["nb", notebookOf(...given)]]);
}

function outputOf(name: string, { data, encoder, display, metadata }: GivenScrap): unknown {
  const kind = encoder ?? (typeof data === "string" ? "text" : "json");
  const payload = { name, data, encoder: kind, version: 1 };
  return {
    output_type: "display_data",
    data: {
      ...(data === undefined ? {} : { [`application/scrapbook.scrap.${kind}+json`]: payload }),
      ...display,
    },
    metadata: {
      ...metadata,
      scrapbook: { name, data: data !== undefined, display: display !== undefined },
    },
  };
}
