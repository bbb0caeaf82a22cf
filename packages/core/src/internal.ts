/**
 * What only the sibling packages use. Outside semver: it may change in any release.
 *
 * @packageDocumentation
 */

export { isAsked } from "./encode/choose-display.ts";
export { kernelOutputs } from "./encode/kernel-outputs.ts";
export { loadEncoder } from "./encode/prepare-scrap.ts";
export { isBundle } from "./encoder/display.ts";
export {
  aBoolean,
  aCount,
  aFunction,
  aText,
  checkOptionNames,
  checkOptions,
  describeValue,
  type OptionRule,
  type OptionRules,
  oneOf,
  wrongArgument,
} from "./error/check-options.ts";
export { withSource } from "./error/error.ts";
export { nearNames, orList } from "./error/near-names.ts";
export { receiveError, type SentError, sendError } from "./error/sent-error.ts";
export { notebookKeys } from "./io/keys.ts";
export { decodeLongBase64, encodeBase64 } from "./json/base64.ts";
export { byCodePoints } from "./json/code-points.ts";
export { joinPieces } from "./json/edit/apply.ts";
export { setMember } from "./json/member.ts";
export { stringifyJson } from "./json/stringify.ts";
export { loadEncoders } from "./notebook/load-encoders.ts";
export { parseNotebookView } from "./notebook/parse-notebook.ts";
export {
  receiveNotebook,
  type SendOptions,
  type SentNotebook,
  sendNotebook,
  transferable,
} from "./notebook/sent-notebook.ts";
export { utf8Decoder, utf8Encoder } from "./platform.ts";
export { checkNames } from "./scrap/check-names.ts";
export {
  cutText,
  type Description,
  describe,
  describeScrap,
  isScalar,
  type Scalar,
  scalarText,
  tableSize,
} from "./scrap/describe.ts";
export { isTable } from "./scrap/table.ts";
export { cameToEnd } from "./scrapbook/came-to-end.ts";
export { reportRules } from "./scrapbook/report-outputs.ts";
