export { type CopyScrapOptions, copyScrap } from "./copy-scrap.ts";
export {
  type Change,
  type EditNotebookOptions,
  type EditResult,
  editNotebook,
} from "./edit-notebook.ts";
export { type EditNotebooksOptions, type EditOutcome, editNotebooks } from "./edit-notebooks.ts";
export type { FileReadOptions } from "./file-reader.ts";
export type { FindOptions, NotebookLocation } from "./find-notebooks.ts";
export type { LockOptions } from "./lock-file.ts";
export { type ReadNotebookOptions, readNotebook } from "./read-notebook.ts";
export { readNotebooks } from "./read-notebooks.ts";
export { type ReadNotebooksOptions, streamNotebooks } from "./stream-notebooks.ts";
export { type WriteNotebookOptions, writeNotebook } from "./write-notebook.ts";
export type { WriteTargetOptions } from "./write-target.ts";
