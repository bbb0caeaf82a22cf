import {
  aBoolean,
  aCount,
  aFunction,
  aText,
  checkOptions,
  type OptionRule,
} from "../error/check-options.ts";
import { nonFiniteRule } from "../json/checked-json.ts";
import { readRules } from "../notebook/read-rules.ts";
import type {
  EditNote,
  EditOptions,
  RenameOptions,
  SessionCopy,
  SetOptions,
} from "./edit-options.ts";

type Rules<Options> = Readonly<Record<keyof Options, OptionRule>>;

const noteRules: Rules<EditNote> = { at: aText, note: aText };

/** What {@link EditOptions} may be. */
export const editRules: Rules<EditOptions> = {
  ...readRules,
  nonFinite: nonFiniteRule,
  trace: { expected: "true, false or { at, note }", fits: isTrace },
  cellId: aFunction,
  onEncoder: aFunction,
};

/** What {@link SetOptions} may be. */
export const setRules: Rules<SetOptions> = {
  encoder: aText,
  display: {
    expected: '"drop", "keep" or { data: { "image/png": … } }',
    fits: (value) =>
      value === "drop" ||
      value === "keep" ||
      (typeof value === "object" && value !== null && "data" in value),
  },
  cell: aCount(0),
  overwrite: aBoolean,
  nonFinite: nonFiniteRule,
};

/** What {@link RenameOptions} may be. */
export const renameRules: Rules<RenameOptions> = { overwrite: aBoolean };

/** What is copied, and how. */
export const sessionCopyRules: Rules<SessionCopy> = {
  from: {
    expected: "a notebook that was read, or one of its scraps",
    fits: isCopied,
  },
  name: aText,
  as: aText,
  overwrite: aBoolean,
};

/** Whether it is a notebook, or a scrap. */
export function isCopied(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("scraps" in value || "tryData" in value);
}

function isTrace(value: unknown): boolean {
  if (typeof value === "boolean") return true;
  checkOptions("trace", value, noteRules);
  return true;
}
