import type { ScanEngine } from "./tape.ts";

/** Options of `parseJson`. */
export interface ParseOptions {
  /** What scans the text. Default: the scanner in TypeScript. */
  readonly engine?: ScanEngine | undefined;
  /**
   * What integers become: `"auto"` gives `bigint` outside ±(2^53−1) and `number` within;
   * `"number"` always numbers, rounded; `"bigint"` always bigints. Default `"auto"`.
   */
  readonly integers?: "auto" | "number" | "bigint" | undefined;
  /** The deepest nesting of containers that is accepted. Default 10,000. */
  readonly maxDepth?: number | undefined;
  /** The most digits that an integer may have. Default 4,300, as in Python. */
  readonly maxIntegerDigits?: number | undefined;
}
