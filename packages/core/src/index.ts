export type { MergeMode } from "./decode/merge.ts";
export { applyEdits, type Edit } from "./edit/apply.ts";
export type { DisplayMode } from "./edit/draft.ts";
export type {
  CopyOptions,
  EditNote,
  EditOptions,
  RenameOptions,
  SetOptions,
} from "./edit/edit-options.ts";
export { type EditSession, edit } from "./edit/session.ts";
export { type EncodeScrapOptions, encodeScrap } from "./encode/encode-scrap.ts";
export type { Output, OutputPayload } from "./encode/output.ts";
export type { EncodeOptions } from "./encode/payload.ts";
export { RawJson } from "./encode/raw-json.ts";
export { type ReencodeScrapOptions, reencodeScrap } from "./encode/reencode-scrap.ts";
export type { DisplayBundle } from "./encoder/display.ts";
export {
  type AnyEncoder,
  defineEncoder,
  type Encoder,
  type EncoderFactory,
  type EncoderToken,
  type TypedEncoder,
} from "./encoder/encoder.ts";
export { isScrapbookError, ScrapbookError, type ScrapbookErrorDetails } from "./error.ts";
export { type FloatText, floatText } from "./json/float-text.ts";
export { type ParseOptions, parseJson } from "./json/parse.ts";
export { type StringifyOptions, stringifyJson } from "./json/stringify.ts";
export type { JsonArray, JsonObject, JsonValue } from "./json/value.ts";
export type { Notebook } from "./notebook/notebook.ts";
export { type NotebookInput, parseNotebook } from "./notebook/parse-notebook.ts";
export type { ReadOptions } from "./notebook/read-options.ts";
export type { FailedCell, Run, RunStatus } from "./notebook/run.ts";
export type { AbortSignalLike } from "./platform.ts";
export type { Problem } from "./problem.ts";
export { type ErrorCode, errorCodes } from "./protocol/generated/error-code.ts";
export type { DisplayOutput } from "./scrap/display-output.ts";
export type { DataResult, Scrap } from "./scrap/scrap.ts";
export type { Scraps } from "./scrap/scraps.ts";
export type { StandardIssue, StandardResult, StandardSchema } from "./scrap/standard-schema.ts";
export { Scrapbook } from "./scrapbook/scrapbook.ts";
export type { WideTableOptions } from "./scrapbook/wide-table.ts";
export type {
  ListedObject,
  ListOptions,
  OpenedObject,
  OpenOptions,
  Pieces,
  Store,
  WriteOptions,
} from "./store.ts";
export type { Table } from "./table.ts";
