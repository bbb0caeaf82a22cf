import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../compare/answer.ts";
import type { NumberLevel } from "../compare/number.ts";
import { isRecord, type Json, type JsonRecord } from "../json.ts";
import type { Case } from "../suite/case.ts";

/** The version of the protocol between runner and harness; `schema/harness.schema.json` tells it whole. */
export const protocolVersion = 1;

/** What a harness says to `start`. */
export interface StartAnswer {
  readonly protocol: typeof protocolVersion;
  readonly implementation: Implementation;
  /** What it can do: a case whose `requires` names anything else is skipped. */
  readonly capabilities: readonly string[];
  readonly numbers: NumberLevel;
  /** The levels that it means to complete. For people: every selected case is run anyway. */
  readonly levels: readonly string[];
  readonly checks: readonly Check[];
}

/** Whose results they are. */
export interface Implementation {
  readonly name: string;
  readonly language: string;
  readonly version: string;
}

/** What a harness says to `run`, without its `seq`. */
export type RunAnswer =
  | { readonly result: Json }
  | { readonly error: JsonRecord }
  | { readonly skipped: string }
  | { readonly errored: string };

/**
 * The part of a request that a case of `suite` is, its files with absolute paths.
 *
 * @param bytes reads one notebook in pieces of so many bytes, where the case does not say how it is
 * read. Default: whole.
 */
export function requestOf(
  suite: { readonly folder: string },
  wanted: Case,
  bytes?: number,
): JsonRecord & { readonly op: string } {
  const files = (wanted.files ?? []).map(({ key, path }) => ({
    key,
    path: join(suite.folder, "notebooks", path),
  }));
  const { op, scrapbook } = wanted.run;
  if (bytes === undefined || op !== "read" || scrapbook === true || files.length !== 1) {
    return { ...wanted.run, files };
  }
  const { options } = wanted.run;
  const asked = { pieces: { bytes }, ...(isRecord(options) ? options : {}) };
  return { ...wanted.run, options: asked, files };
}

/** The bytes of a case's first file, where its `expect` says which of them may change. */
export function originalOf(
  suite: { readonly folder: string },
  wanted: Case,
): Uint8Array | undefined {
  const [first] = wanted.files ?? [];
  if (wanted.expect.allowedRanges === undefined || first === undefined) return undefined;
  return readFileSync(join(suite.folder, "notebooks", first.path));
}
