#!/usr/bin/env node
import { CannotRun } from "./cannot-run.ts";
import { runCommand } from "./cli.ts";
import { killAll } from "./harness/process.ts";

// A harness is in a process group of its own, so a Ctrl-C at the terminal does not reach it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    killAll();
    process.exit(2);
  });
process.once("exit", killAll);
// A reader of our output may have enough of it: `| head`.
process.stdout.on("error", () => process.exit(2));

runCommand(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A harness that still runs would keep this process waiting for it.
    killAll();
    console.error(error instanceof CannotRun ? `could not run: ${error.message}` : error);
    process.exitCode = 2;
  },
);
