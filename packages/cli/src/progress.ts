import type { Terminal } from "./terminal.ts";
import { counted } from "./text/counted.ts";

/** How long something may take before a person is told that it goes on, in milliseconds. */
const patience = 300;
const interval = 100;

/** One line on stderr that is written anew: only for a person, and gone in the end. */
export interface Progress {
  step(count: number): void;
  /** Takes the line away, so that something else can be written; it comes back with the next step. */
  clear(): void;
  /** Takes the line away for good. */
  end(): void;
}

/** Starts telling a person how many notebooks were read, also while the first is waited for. */
export function startProgress(terminal: Pick<Terminal, "err" | "isErrTerminal" | "env">): Progress {
  // A dumb terminal cannot write a line anew.
  if (!terminal.isErrTerminal || terminal.env.TERM === "dumb")
    return { step: () => {}, clear: () => {}, end: () => {} };
  let next = Date.now() + patience;
  let read = 0;
  let isShown = false;
  const show = (): void => {
    next = Date.now() + interval;
    isShown = true;
    terminal.err(`\r\u001b[2K${counted(read, "notebook")} read`);
  };
  const clear = (): void => {
    if (isShown) terminal.err("\r\u001b[2K");
    isShown = false;
  };
  const timer = setTimeout(show, patience);
  timer.unref();
  return {
    step: (count) => {
      read = count;
      if (Date.now() >= next) show();
    },
    clear,
    end: () => {
      clearTimeout(timer);
      clear();
    },
  };
}
