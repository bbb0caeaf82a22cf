/** How a harness broke the protocol. */
export type FaultKind =
  | "not-started"
  | "silent"
  | "left"
  | "noise"
  | "not-an-answer"
  | "unasked"
  | "too-long";

/**
 * A harness did what no answer can be read from. It names the line of the harness's output, where
 * there is one; the runner adds the case, stops the process and goes on with a new one.
 */
export class HarnessFault extends Error {
  override readonly name = "HarnessFault";
  readonly kind: FaultKind;
  /** Counts from 1 in the output of one process. */
  readonly line: number | undefined;
  /** The case that the harness answered for, where it is not the one that was asked. */
  readonly seq: number | undefined;

  constructor(kind: FaultKind, message: string, place: { line?: number; seq?: number } = {}) {
    super(place.line === undefined ? message : `line ${place.line} of its output ${message}`);
    this.kind = kind;
    this.line = place.line;
    this.seq = place.seq;
  }
}
