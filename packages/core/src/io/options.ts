import type { CopyOptions, EditOptions } from "../edit/edit-options.ts";
import { editRules } from "../edit/edit-rules.ts";
import {
  aBoolean,
  aCount,
  aFunction,
  aSignal,
  aText,
  checkOptions,
  type OptionRule,
  type OptionRules,
  oneOf,
} from "../error/check-options.ts";
import type { Notebook } from "../notebook/notebook.ts";
import type { ReadOptions } from "../notebook/read-options.ts";
import { readRules } from "../notebook/read-rules.ts";
import type { AbortSignalLike } from "../platform.ts";
import type { NotebookCache } from "./cache.ts";
import type { IOSetup } from "./router.ts";
import type { Store, Version } from "./store.ts";

/** What every verb takes. */
export interface IOOptions {
  /** Stops what is under way: the promise rejects with the signal's reason. Default none. */
  readonly signal?: AbortSignalLike | undefined;
  /** Stores to be asked before those of the package, in this order. Default none. */
  readonly stores?: readonly Store<unknown>[] | undefined;
}

/** Options of `readNotebook`: how it is read, and from where. */
export interface ReadNotebookOptions extends ReadOptions, IOOptions {
  /** Most bytes a notebook may have; more is `store-too-large`, before it is read. Default 2 GiB. */
  readonly maxBytes?: number | undefined;
}

/** Which notebooks count, where many are read or edited. SPEC §14.1. */
export interface FindOptions extends IOOptions {
  /** Whether to go below a folder's folders. Default `false`, as the reference. */
  readonly recursive?: boolean | undefined;
  /**
   * Whether folders whose names begin with a dot are entered, such as `.ipynb_checkpoints`, where
   * the location does not name them. Default `false`.
   */
  readonly hidden?: boolean | undefined;
  /** Takes a path as it will be read; only paths it accepts count. Default: all. */
  readonly filter?: ((path: string) => boolean) | undefined;
  /**
   * Whether a glob may match nothing, and a folder's notebooks all lie deeper, without an error.
   * Default `false`. A folder without any notebooks is never an error.
   */
  readonly allowEmpty?: boolean | undefined;
  /** How many notebooks are worked on at once. Default: what suits the store, 4 for files. */
  readonly concurrency?: number | undefined;
  /** What was read before: only what has changed is read again. Default none. */
  readonly cache?: NotebookCache | undefined;
}

/** Options of `readNotebooks` and `streamNotebooks`. */
export interface ReadNotebooksOptions extends ReadNotebookOptions, FindOptions {
  /**
   * What becomes of notebooks that cannot be read, whose payloads are invalid (unless `strict` is
   * `false`), or whose key is taken. `"throw"`: the first ends it, as in Python. `"collect"`: the
   * others are read, and the errors are at hand: in `book.errors`, or as entries of a stream.
   * Default `"throw"`.
   */
  readonly onError?: "throw" | "collect" | undefined;
  /** Chooses a notebook's key. Default: the path below the common folder, without extension. */
  readonly key?: ((notebook: Notebook) => string) | undefined;
}

/** Options of `editNotebook`. */
export interface EditNotebookOptions
  extends Omit<EditOptions, "onEncoder">,
    Omit<ReadNotebookOptions, keyof ReadOptions> {
  /**
   * How often the change is made anew, on fresh bytes, where somebody else wrote the notebook
   * meanwhile. Default 10.
   */
  readonly retries?: number | undefined;
  /**
   * Only if the notebook still has this version, such as `notebook.version` of an earlier reading:
   * `store-conflict` otherwise, and nothing has changed. Default: whatever is there is changed.
   */
  readonly expect?: Version | undefined;
  /**
   * From how many bytes on a notebook is not held while it is edited, but read in pieces, twice. Only
   * files are. Default 64 MiB.
   */
  readonly inPiecesFrom?: number | undefined;
}

/** Options of `editNotebooks`. */
export interface EditNotebooksOptions
  extends Omit<EditNotebookOptions, "expect" | "source">,
    Omit<FindOptions, "cache"> {
  /**
   * `"throw"`: the first notebook that cannot be changed ends it. `"collect"`: the others are
   * changed, and its outcome has the error. Default `"throw"`.
   */
  readonly onError?: "throw" | "collect" | undefined;
}

/** Options of `writeNotebook`. */
export interface WriteNotebookOptions extends IOOptions {
  /**
   * Only if the object still has this version, such as `notebook.version`; `"none"`: only if there
   * is none yet. Default: always.
   */
  readonly expect?: Version | "none" | undefined;
  /** Whether what is written is checked to be a notebook first. Default `true`. */
  readonly check?: boolean | undefined;
}

/** Options of `copyScrap`. */
export interface CopyScrapOptions extends Omit<EditNotebookOptions, "expect"> {}

type Rules<Options> = Readonly<Record<keyof Options, OptionRule>>;

const stores: OptionRule = {
  expected: "a list of stores",
  fits: (value) =>
    Array.isArray(value) &&
    value.every((one) => typeof one === "object" && typeof one?.matches === "function"),
};

const onError = oneOf("throw", "collect");

const ioRules: Rules<IOOptions> = { signal: aSignal, stores };

export const readNotebookRules: Rules<ReadNotebookOptions> = {
  ...ioRules,
  ...readRules,
  maxBytes: aCount(0),
};

const findRules: Rules<FindOptions> = {
  ...ioRules,
  recursive: aBoolean,
  hidden: aBoolean,
  filter: aFunction,
  allowEmpty: aBoolean,
  concurrency: aCount(1),
  cache: { expected: "a Map", fits: (value) => value instanceof Map },
};

export const readNotebooksRules: Rules<ReadNotebooksOptions> = {
  ...readNotebookRules,
  ...findRules,
  onError,
  key: aFunction,
};

export const editNotebookRules: Rules<EditNotebookOptions> = {
  ...readNotebookRules,
  nonFinite: editRules.nonFinite,
  trace: editRules.trace,
  cellId: editRules.cellId,
  retries: aCount(0),
  expect: aText,
  inPiecesFrom: aCount(0),
};

const { expect: _expect, source: _source, ...manyRules } = editNotebookRules;
const { cache: _cache, ...foundRules } = findRules;

export const editNotebooksRules: Rules<EditNotebooksOptions> = {
  ...manyRules,
  ...foundRules,
  onError,
};

export const writeNotebookRules: Rules<WriteNotebookOptions> = {
  ...ioRules,
  expect: aText,
  check: aBoolean,
};

const { expect: _copyExpect, ...copyingRules } = editNotebookRules;

export const copyScrapRules: Rules<CopyScrapOptions> = copyingRules;

export const copyRules: Rules<CopyOptions> = { as: aText, overwrite: aBoolean };

/**
 * Checks a verb's options, those of the stores that may serve it included.
 *
 * @throws `usage-argument`.
 */
export function checkVerb(
  verb: string,
  options: IOOptions | undefined,
  rules: OptionRules,
  setup: IOSetup,
): void {
  const given = Array.isArray(options?.stores) ? (options.stores as readonly Store<unknown>[]) : [];
  let all: OptionRules = {};
  for (const store of [...given, ...setup.stores]) all = { ...all, ...store?.optionRules };
  checkOptions(verb, options, { ...all, ...rules });
}
