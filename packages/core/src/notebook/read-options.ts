import type { MergeMode } from "../decode/merge.ts";
import { createDecoders, type Decoders } from "../encoder/decoders.ts";
import type { AnyEncoder } from "../encoder/encoder.ts";
import { ScrapbookError } from "../error.ts";
import { orList } from "../near-names.ts";
import type { Problem } from "../problem.ts";

/** How a notebook is read. Every member is optional. */
export interface ReadOptions {
  /**
   * Whether `notebook.scraps` throws on the first invalid payload, as Python's does. With `false`
   * it holds the good ones and `notebook.problems` the rest. Default `true`. SPEC §12.
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
  readonly onWarning: (warning: Problem) => void;
  readonly source: string | undefined;
}

/** Fills in the defaults. @throws `usage-argument` for a value that an option does not have. */
export function readContext(options: ReadOptions = {}): ReadContext {
  return {
    strict: options.strict ?? true,
    merge: oneOf("merge", options.merge ?? "complete", ["complete", "reference"]),
    decoders: createDecoders(options.encoders),
    integers: oneOf("integers", options.integers ?? "auto", ["auto", "number", "bigint"]),
    maxDepth: options.maxDepth ?? 10_000,
    maxIntegerDigits: options.maxIntegerDigits ?? 4_300,
    onWarning: options.onWarning ?? (() => {}),
    source: options.source,
  };
}

function oneOf<T extends string>(option: string, value: T, values: readonly T[]): T {
  if (values.includes(value)) return value;
  throw new ScrapbookError("usage-argument", {
    what: `The option ${option} has no such value`,
    got: JSON.stringify(value),
    expected: orList(values),
  });
}
