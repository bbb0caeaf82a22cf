export type { DisplayOutput } from "./decode/display-output.ts";
export type { MergeMode } from "./decode/merge.ts";
export type { DisplayMode } from "./edit/draft.ts";
export type {
  CopyOptions,
  EditNote,
  EditOptions,
  RenameOptions,
  SessionCopy,
  SetOptions,
} from "./edit/edit-options.ts";
export { type EditSession, edit } from "./edit/session.ts";
export type { DisplayChoice, DisplayMimes } from "./encode/choose-display.ts";
export { type EncodeScrapOptions, encodeScrap } from "./encode/encode-scrap.ts";
export {
  type KernelJsonOptions,
  type KernelOutput,
  toKernelJson,
} from "./encode/kernel-json.ts";
export type { KernelJson } from "./encode/kernel-value.ts";
export type { Output, OutputPayload } from "./encode/output.ts";
export type { EncodeOptions } from "./encode/payload.ts";
export { prepareScrap } from "./encode/prepare-scrap.ts";
export type { Bundle } from "./encoder/display.ts";
export {
  type AnyEncoder,
  defineEncoder,
  type Encoder,
  type EncoderFactory,
  type EncoderToken,
  type Encoding,
  type TypedEncoder,
} from "./encoder/encoder.ts";
export { isScrapbookError, ScrapbookError, type ScrapbookErrorDetails } from "./error/error.ts";
export { type ErrorCode, errorCodes } from "./error/generated/error-code.ts";
export type { Problem } from "./error/problem.ts";
export type { StandardIssue } from "./error/standard-issue.ts";
export { parseJson, stringifyJson } from "./json/checked-json.ts";
export { applyEdits, type Edit } from "./json/edit/apply.ts";
export { type FloatText, floatText } from "./json/float-text.ts";
export type { ParseOptions } from "./json/parse-options.ts";
export { type Position, positionOf } from "./json/position.ts";
export { RawJson } from "./json/raw-json.ts";
export type { StringifyOptions } from "./json/stringify.ts";
export type { ScanEngine, ScanOptions, Tape } from "./json/tape.ts";
export type { JsonArray, JsonObject, JsonValue } from "./json/value.ts";
export { type CreateNotebookOptions, createNotebook } from "./notebook/create-notebook.ts";
export type { Notebook } from "./notebook/notebook.ts";
export type { NotebookInput, NotebookObject } from "./notebook/notebook-input.ts";
export { parseNotebook } from "./notebook/parse-notebook.ts";
export type { ReadOptions } from "./notebook/read-options.ts";
export type { FailedCell, Run, RunStatus, SlowestCell } from "./papermill/run.ts";
export type { AbortSignalLike } from "./platform.ts";
export type { DataResult } from "./scrap/data-result.ts";
export { type ReencodeScrapOptions, reencodeScrap } from "./scrap/reencode-scrap.ts";
export { type ReglueOptions, reglueOutputs } from "./scrap/reglue-outputs.ts";
export type { Scrap } from "./scrap/scrap.ts";
export type { ScrapSize } from "./scrap/scrap-size.ts";
export type { Scraps, ValueOptions } from "./scrap/scraps.ts";
export type { StandardResult, StandardSchema } from "./scrap/standard-schema.ts";
export type { Table } from "./scrap/table.ts";
export { type ReportOutputsOptions, reportOutputs } from "./scrapbook/report-outputs.ts";
export { Scrapbook } from "./scrapbook/scrapbook.ts";
export type { WideTableOptions } from "./scrapbook/wide-table.ts";
