/**
 * What only the sibling packages use. Outside semver: it may change in any release.
 *
 * @packageDocumentation
 */

export { byCodePoints } from "./code-points.ts";
export { loadEncoders } from "./encoder/load.ts";
export { withSource } from "./error.ts";
export { setMember } from "./json/member.ts";
export { nearNames, orList } from "./near-names.ts";
export { parseNotebookView } from "./notebook/parse-notebook.ts";
export { decodeBase64, encodeBase64 } from "./scrap/base64.ts";
export { type NotebookKey, notebookKeys } from "./scrapbook/key.ts";
