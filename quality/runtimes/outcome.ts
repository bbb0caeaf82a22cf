/** What came of the attempts of `program.js` in a runtime. */
export interface Outcome {
  /** By title: what the attempt gave, or a text that begins with `threw`. */
  readonly results: Readonly<Record<string, unknown>>;
  /** Whether the scanner in WebAssembly runs there. */
  readonly hasFastEngine: boolean;
}
