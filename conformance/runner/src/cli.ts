import { CannotRun } from "./cannot-run.ts";
import { lint, lintUsage } from "./commands/lint.ts";
import { list, listUsage } from "./commands/list.ts";
import { report, reportUsage } from "./commands/report.ts";
import { run, runUsage } from "./commands/run.ts";
import { smoke, smokeUsage } from "./commands/smoke.ts";
import { readVersion } from "./suite/load-suite.ts";

const commands = {
  run: { start: run, usage: runUsage },
  list: { start: list, usage: listUsage },
  lint: { start: lint, usage: lintUsage },
  report: { start: report, usage: reportUsage },
  smoke: { start: smoke, usage: smokeUsage },
} as const;

const usage = `scrapbook-conformance <command>

  run <command...>     run the suite against a harness
  smoke <command...>   the first minute of a new harness
  list                 the cases
  lint                 check the case files
  report <json...>     merge reports into a support table and badges

scrapbook-conformance <command> --help tells more.`;

/** Does what the words of the command line say, and gives the exit code. */
export async function runCommand([name = "", ...args]: readonly string[]): Promise<number> {
  if (name === "--version") return say(readVersion());
  if (name === "--help" || name === "-h" || name === "help") return say(usage);
  if (!Object.hasOwn(commands, name))
    throw new CannotRun(
      `${name === "" ? "a command is needed" : `there is no command ${name}`}\n${usage}`,
    );
  const command = commands[name as keyof typeof commands];
  // Only before the harness's own words: its --help is its own.
  if (args[0] === "--help" || args[0] === "-h") return say(command.usage);
  return command.start(args);
}

function say(text: string): number {
  console.log(text);
  return 0;
}
