import type { JsonRecord } from "../json.ts";

/** What an implementation can be complete in; a badge counts passed of a level's total. */
export type Level = "reader" | "editor" | "gluer" | "pandas" | "pieces";

/** Every level, in the order in which they are shown. */
export const levels: readonly Level[] = ["reader", "editor", "gluer", "pandas", "pieces"];

/** One case file: `schema/case.schema.json` says what each member means. */
export interface Case {
  readonly id: string;
  readonly since: string;
  readonly level: Level;
  /** Sections of SPEC.md that the case tests, such as `6.2`. */
  readonly spec: readonly string[];
  /** What holds, as a true sentence. */
  readonly description: string;
  /** Capabilities that a harness needs to declare; without one of them the case is skipped. */
  readonly requires: readonly string[];
  /** What is read, in order. */
  readonly files?: readonly CaseFile[];
  /** The operation and its options, as the harness gets them. */
  readonly run: JsonRecord & { readonly op: string };
  /** What the answer has, or the error that it is. */
  readonly expect: JsonRecord;
  /** The release that withdrew the case, which is then no longer run. */
  readonly deprecated?: { readonly since: string; readonly reason: string };
}

/** A notebook or folder of a case. */
export interface CaseFile {
  readonly key: string;
  /** Below `notebooks/`, with `/`. */
  readonly path: string;
}

/** A case as it was found. */
export interface LoadedCase extends Case {
  /** The first folder below `cases/`. */
  readonly group: string;
  /** The case's own file, below `cases/`, with `/`. */
  readonly file: string;
}
