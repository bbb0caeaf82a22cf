import type { SafeHtml } from "../html.ts";

/** How much of a page is left for displays. */
export interface Allowance {
  /** Whether `markup` still fits; if so, its length is used up. */
  take(markup: SafeHtml): boolean;
  /** How many did not fit. */
  readonly refused: number;
}

/** An allowance of `length` UTF-16 units. */
export function createAllowance(length: number): Allowance {
  let left = length;
  let refused = 0;
  return {
    take(markup) {
      const size = markup.toString().length;
      if (size > left) {
        refused++;
        return false;
      }
      left -= size;
      return true;
    },
    get refused() {
      return refused;
    },
  };
}
