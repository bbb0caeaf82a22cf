/** One place where an answer is not as its case expects. */
export interface Difference {
  /** Where in the answer, such as `scraps[0].data."a key"[2]`. */
  readonly path: string;
  /** What the case expects there, for people. */
  readonly expected: string;
  /** What the answer has there, for people. */
  readonly got: string;
}
