import { CommanderError } from "commander";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { failureLine, pageLine } from "./failure.ts";
import { createProgram } from "./program.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

/** Runs this process's command line and sets its exit code. */
export async function main(): Promise<void> {
  const interrupted = new AbortController();
  // The first Ctrl-C lets a write that is under way finish or be undone; the second ends at once.
  process.once("SIGINT", () => interrupted.abort(new Error("interrupted")));
  process.exitCode = await run(process.argv.slice(2), processTerminal(interrupted.signal));
  if (interrupted.signal.aborted) process.exitCode = 130;
}

/**
 * Runs a command line.
 *
 * @param args what follows `scrapbook`.
 * @returns the exit code. Nothing is thrown: every error has become a line on stderr.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: ExitCode = exitCode.fine;
  try {
    if (args[0] === "complete") {
      await (await import("./complete.ts")).complete(args.slice(1), terminal);
      return code;
    }
    const called = args.find((arg) => !arg.startsWith("-"));
    const program = await createProgram(
      terminal,
      (result) => {
        code = result;
      },
      called === "help" ? args[args.indexOf("help") + 1] : (called ?? ""),
    );
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCode.usage;
    // Whoever read our output has seen enough: `scrapbook ls | head` ends without a word.
    if ((error as { code?: unknown }).code === "EPIPE") return exitCode.fine;
    if (terminal.signal.aborted) {
      terminal.err("interrupted: nothing more was written\n");
      return exitCode.found;
    }
    terminal.err(`${failureLine(error)}\n`);
    if (terminal.isErrTerminal) terminal.err(pageLine(error));
    return isUsage(error) ? exitCode.usage : exitCode.found;
  }
}

const isUsage = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && code.startsWith("usage-");
};
