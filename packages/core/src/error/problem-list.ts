import type { ScrapbookError } from "./error.ts";

/** Problems in the order in which they were found. The first are kept, all are counted. SPEC §15. */
export class ProblemList {
  readonly kept: ScrapbookError[] = [];
  count = 0;
  readonly #most: number;

  /** @param most how many are kept: each takes about 1 kB. */
  constructor(most: number) {
    this.#most = most;
  }

  add(problem: ScrapbookError): void {
    this.count++;
    if (this.kept.length < this.#most) this.kept.push(problem);
  }
}
