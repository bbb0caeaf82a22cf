import type { DisplayOutput, Notebook, Scrapbook, Table } from "@scrapbook/core";
import { type Library, readOptionsOf } from "./library.ts";
import type { Operation } from "./loop.ts";
import { tagDisplay, tagOrNull, tagText } from "./tag.ts";

const notebookTables: Readonly<Record<string, (notebook: Notebook) => Table>> = {
  scraps: ({ scraps }) => scraps.dataframe,
  "notebook-scraps": (notebook) => notebook.scrapDataframe,
  parameters: (notebook) => notebook.parameterDataframe,
  records: (notebook) => notebook.papermillRecordDataframe,
  papermill: (notebook) => notebook.papermillDataframe,
  metrics: (notebook) => notebook.metrics,
};

type WideRequest = { readonly columns?: readonly string[]; readonly parameters?: boolean };

const bookTables: Readonly<Record<string, (book: Scrapbook, request: WideRequest) => Table>> = {
  scraps: ({ scraps }) => scraps.dataframe,
  "notebook-scraps": (book) => book.scrapDataframe,
  parameters: (book) => book.parameterDataframe,
  records: (book) => book.papermillRecordDataframe,
  papermill: (book) => book.papermillDataframe,
  metrics: (book) => book.metrics,
  wide: (book, { columns, parameters }) => book.table(columns, { parameters }),
};

/** `table`: a notebook's or a scrapbook's rows. */
export function tableWith(library: Library): Operation {
  return async (request) => {
    const name = String(request.table);
    const options = readOptionsOf(request);
    if (request.scrapbook === true || name === "wide") {
      const book = await library.readBook(request, options);
      return tagTable(bookTables[name]?.(book, request as WideRequest));
    }
    const notebook = await library.readOne(request.files[0]?.path ?? "", options);
    return tagTable(notebookTables[name]?.(notebook));
  };
}

function tagTable(table: Table | undefined): object {
  if (table === undefined) throw new Error("there is no such table");
  const columns = table.columns.map(String);
  return {
    columns: columns.map(tagText),
    rows: table.rows().map((row) =>
      columns.map((column) =>
        // A display in a cell is told member by member, like a scrap's.
        column === "display" ? tagDisplay(row[column] as DisplayOutput) : tagOrNull(row[column]),
      ),
    ),
  };
}
