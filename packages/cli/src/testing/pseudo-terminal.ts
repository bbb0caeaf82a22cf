import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a person sees. */
export interface Seen {
  /**
   * What came to the terminal, with its escape sequences, but without lines that were taken away again: a slow
   * machine is told of progress. Lines end in LF.
   */
  readonly screen: string;
  /** Standard error, where it is a pipe. */
  readonly err: string;
  readonly code: number;
}

/** How a program is looked at. */
export interface LookOptions {
  readonly cwd: string;
  readonly columns: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What is typed once something was seen. */
  readonly input?: readonly (readonly [when: string, what: string])[];
  /** Whether standard error is a pipe, not the terminal. */
  readonly pipe?: boolean;
}

/** What stood in a line before it was taken away. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence is what is looked for.
const takenAway = /[^\n]*\r\u001b\[2K/g;

const script = fileURLToPath(new URL("terminal.py", import.meta.url));

/** Runs a program in a real pseudo-terminal, with Python's module `pty`. */
export function lookAt(
  argv: readonly string[],
  { cwd, columns, env = {}, input = [], pipe = false }: LookOptions,
): Seen {
  // As a person's terminal is, whatever the machine that tests says.
  const plain = { TERM: "xterm-256color", NO_COLOR: null, FORCE_COLOR: null, COLUMNS: null };
  const asked = { argv, cwd, columns, input, pipe, env: { ...plain, ...env } };
  const told = execFileSync(process.env.SCRAPBOOK_PYTHON ?? "python3", [script], {
    input: JSON.stringify(asked),
    maxBuffer: 2 ** 28,
  });
  const seen = JSON.parse(told.toString()) as Seen;
  return { ...seen, screen: seen.screen.replaceAll("\r\n", "\n").replaceAll(takenAway, "") };
}
