/**
 * Reading, editing and writing over any store: the contract, what stores are built with, and the
 * verbs, which exist once. An IO package is its stores, and `createIO`; one that is bundled for a
 * browser binds each verb by itself (`readNotebookOver`, …), so that what is not imported is not there.
 *
 * @packageDocumentation
 */

export {
  aBoolean,
  aCount,
  aFunction,
  aSignal,
  aText,
  checkOptions,
  describeValue,
  type OptionRule,
  type OptionRules,
  oneOf,
  wrongArgument,
} from "../error/check-options.ts";
export { delay } from "../platform.ts";
export type { CachedNotebook, NotebookCache } from "./cache.ts";
export { type CallerGuard, passOn } from "./caller-error.ts";
export { copyScrap as copyScrapOver, type ScrapCopy } from "./copy-scrap.ts";
export { createIO, type IO } from "./create-io.ts";
export { type Change, type EditResult, editNotebook as editNotebookOver } from "./edit-notebook.ts";
export {
  type ChangeEach,
  type EditOutcome,
  editNotebooks as editNotebooksOver,
} from "./edit-notebooks.ts";
export type { ElsewhereOptions, NotebookReader } from "./elsewhere.ts";
export { eachOfPages, inOrder } from "./in-order.ts";
export { memoryStore } from "./memory-store.ts";
export {
  type BytesAtHand,
  type CollectOptions,
  collectBytes,
  openBytes,
  room,
} from "./open-bytes.ts";
export type {
  CopyScrapOptions,
  EditNotebookOptions,
  EditNotebooksOptions,
  FindOptions,
  IOOptions,
  ReadNotebookOptions,
  ReadNotebooksOptions,
  WriteNotebookOptions,
} from "./options.ts";
export { readNotebook as readNotebookOver } from "./read-notebook.ts";
export { readNotebooks as readNotebooksOver } from "./read-notebooks.ts";
export { redact } from "./redact.ts";
export { type IOSetup, type LazyStores, schemeOf } from "./router.ts";
export type {
  ByteRange,
  ListedObject,
  ListedObjects,
  ListOptions,
  LocationKind,
  OpenedObject,
  OpenOptions,
  Pieces,
  ReadBuffer,
  ReplaceOptions,
  Stamp,
  Store,
  StoreAbilities,
  StoreOptions,
  Version,
  WholeObject,
  WriteOptions,
  Written,
} from "./store.ts";
export { conflict, defaultMaxBytes, notFound, tooLarge, unsupported } from "./store-error.ts";
export { type NotebookEntry, streamNotebooks as streamNotebooksOver } from "./stream-notebooks.ts";
export { type NotebookContent, writeNotebook as writeNotebookOver } from "./write-notebook.ts";
