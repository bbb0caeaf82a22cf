export type { FileReadOptions } from "./file-reader.ts";
export type { FindOptions, NotebookLocation } from "./find-notebooks.ts";
export { type ReadNotebookOptions, readNotebook } from "./read-notebook.ts";
export { readNotebooks } from "./read-notebooks.ts";
export { type ReadNotebooksOptions, streamNotebooks } from "./stream-notebooks.ts";
