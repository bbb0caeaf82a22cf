import type { CaseResult } from "../run/case-result.ts";
import { outcomeWord } from "./terminal.ts";

/** Where progress is written: stderr, so that stdout stays for results. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a run has come. */
export interface Progress {
  readonly tell: (result: CaseResult) => void;
  /** Clears what was shown. */
  readonly end: () => void;
}

/**
 * On a terminal one line that is written over; elsewhere nothing, or with `verbose` a line for each
 * case, terminal or not.
 */
export function createProgress(sink: Sink, total: number, verbose: boolean): Progress {
  let done = 0;
  let failed = 0;
  const clear = "\r\u001b[K";
  return {
    tell(result) {
      done += 1;
      if (!result.expected) failed += 1;
      if (verbose) sink.write(`${outcomeWord(result)}  ${result.id}\n`);
      else if (sink.isTTY === true) {
        const line = `${done} of ${total}, ${failed} failed: ${result.id}`;
        sink.write(`${clear}${line.slice(0, (sink.columns ?? 80) - 1)}`);
      }
    },
    end: () => {
      if (!verbose && sink.isTTY === true) sink.write(clear);
    },
  };
}
