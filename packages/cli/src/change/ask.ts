import { createInterface, type Interface } from "node:readline";
import { ScrapbookError } from "@scrapbook/core";
import type { Terminal } from "../terminal.ts";

/**
 * Asks a person for leave to do what touches several notebooks. `--yes` is an answer as well.
 *
 * @returns whether to go on: only if somebody says yes.
 * @throws (rejects with) `usage-argument` where nobody can answer.
 */
export async function mayGoOn(
  question: string,
  yes: boolean | undefined,
  terminal: Terminal,
): Promise<boolean> {
  if (yes === true) return true;
  if (!terminal.isInTerminal || !terminal.isErrTerminal) {
    throw new ScrapbookError("usage-argument", {
      what: question,
      got: "no terminal to ask at",
      hint: "Confirm with --yes, or look first with --dry-run.",
    });
  }
  terminal.err(`${question} [y/N] `);
  const lines = createInterface({ input: terminal.stdin });
  try {
    return /^y(es)?$/i.test((await firstLine(lines, terminal.signal)).trim());
  } finally {
    lines.close();
  }
}

/** What is typed, or nothing where the input ends. */
function firstLine(lines: Interface, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(""));
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
}
