import type { MergeMode } from "../decode/merge.ts";
import { createDecoders, type Decoders } from "../encoder/decoders.ts";
import type { AnyEncoder } from "../encoder/encoder.ts";
import type { Problem } from "../error/problem.ts";
import { defaultMaxDepth, defaultMaxIntegerDigits, defaultMaxProblems } from "../json/limit.ts";
import { scan } from "../json/scan.ts";
import type { ScanEngine } from "../json/tape.ts";

/** How a notebook is read. Every member is optional. */
export interface ReadOptions {
  /**
   * Whether `notebook.scraps` throws on the first invalid payload, as Python's does. With `false`
   * it holds the good ones and `notebook.problems` the rest, a notebook of format 2 or 3 is an empty
   * one, and where an encoder cannot be loaded its values alone are missing: each says why. Default
   * `true`. SPEC §12.
   */
  readonly strict?: boolean | undefined;
  /** How a display is merged with its data. Default `"complete"`. SPEC §6. */
  readonly merge?: MergeMode | undefined;
  /** Encoders besides `text`, `json` and `display`. Default none. SPEC §4. */
  readonly encoders?: readonly AnyEncoder[] | undefined;
  /**
   * What integers become: `bigint` outside ±(2^53−1) (`"auto"`), always numbers, which loses
   * digits, or always `bigint`. Default `"auto"`. SPEC §10.
   */
  readonly integers?: "auto" | "number" | "bigint" | undefined;
  /** Deepest nesting of the JSON; deeper is `json-depth`. Default 10,000. SPEC §15. */
  readonly maxDepth?: number | undefined;
  /** Most digits of an integer; more is `json-integer-digits`. Default 4,300, as Python. SPEC §15. */
  readonly maxIntegerDigits?: number | undefined;
  /**
   * What scans the bytes: `@scrapbook/core/simd` has a faster one, and IO packages choose it by
   * themselves. Default: the scanner in TypeScript.
   */
  readonly engine?: ScanEngine | undefined;
  /**
   * How many problems `notebook.problems` keeps, at least 1; `notebook.problemCount` counts all.
   * Each takes about 1 kB. Default 1,000. SPEC §15.
   */
  readonly maxProblems?: number | undefined;
  /**
   * Whether `scrap.codeLine` is kept where a notebook's bytes are let go, as when many are read.
   * Default `false`; one notebook read alone has it in any case.
   */
  readonly codeLines?: boolean | undefined;
  /** Takes warnings, such as `payload-version-newer`. Default: they are dropped. */
  readonly onWarning?: ((warning: Problem) => void) | undefined;
  /** The name that errors give the notebook, and its `filename`. Default none. */
  readonly source?: string | undefined;
}

/** {@link ReadOptions} with every default filled in, checked. */
export interface ReadContext {
  readonly strict: boolean;
  readonly merge: MergeMode;
  readonly decoders: Decoders;
  readonly integers: "auto" | "number" | "bigint";
  readonly maxDepth: number;
  readonly maxIntegerDigits: number;
  readonly engine: ScanEngine;
  readonly maxProblems: number;
  readonly onWarning: (warning: Problem) => void;
  readonly source: string | undefined;
}

/** Fills in the defaults of options that are checked. */
export function readContext(options: ReadOptions = {}): ReadContext {
  return {
    strict: options.strict ?? true,
    merge: options.merge ?? "complete",
    decoders: createDecoders(options.encoders),
    integers: options.integers ?? "auto",
    maxDepth: options.maxDepth ?? defaultMaxDepth,
    maxIntegerDigits: options.maxIntegerDigits ?? defaultMaxIntegerDigits,
    engine: options.engine ?? scan,
    maxProblems: options.maxProblems ?? defaultMaxProblems,
    onWarning: options.onWarning ?? (() => {}),
    source: options.source,
  };
}
