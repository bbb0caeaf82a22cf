import { type Outcome, runIn } from "../../../packages/cli/src/testing/fake-terminal.ts";

export type { Outcome };

/** Runs a command line as the program does, without a process for each: a suite has a thousand cases. */
export function scrapbook(...args: string[]): Promise<Outcome> {
  return runIn({ cwd: process.cwd(), width: 80 }, ...args);
}

/** Lines of JSON, as values that keep their numbers. */
export function linesOf(out: string): string[] {
  return out.split("\n").filter((line) => line !== "");
}
