/**
 * Validators of the protocol's structures, generated from `schemas/`: no `eval`, and nothing of them
 * is loaded unless this entry is imported. Each gives `true` or `false`; its `errors` then names the
 * path and what was expected.
 *
 * @packageDocumentation
 */
export type { DataBundle } from "./protocol/generated/data-bundle.ts";
export type { DisplayBundle } from "./protocol/generated/display-bundle.ts";
export type { NotebookDocument } from "./protocol/generated/notebook.ts";
export type { ScrapPayload } from "./protocol/generated/payload.ts";
export type { LegacyRecord } from "./protocol/generated/record.ts";
export type { ScrapMetadata } from "./protocol/generated/scrap-metadata.ts";
export { validateDataBundle } from "./protocol/generated/validate-data-bundle.ts";
export { validateDisplayBundle } from "./protocol/generated/validate-display-bundle.ts";
export { validateNotebookDocument } from "./protocol/generated/validate-notebook.ts";
export { validateScrapPayload } from "./protocol/generated/validate-payload.ts";
export { validateLegacyRecord } from "./protocol/generated/validate-record.ts";
export { validateScrapMetadata } from "./protocol/generated/validate-scrap-metadata.ts";
export type { ValidationError, Validator } from "./protocol/generated/validator.ts";
