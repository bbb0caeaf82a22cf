import { CannotRun } from "../cannot-run.ts";
import { createValidate } from "../protocol/validator.ts";
import { type SmokeResult, smoke as trySmoke } from "../smoke/smoke.ts";
import { locateSuite } from "../suite/locate.ts";
import { readMilliseconds, readOptions, splitCommand, timeOptions } from "./options.ts";

/** What `smoke --help` says. */
export const smokeUsage = `scrapbook-conformance smoke [options] [--] <command...>

The first minute of a new harness: start, an unknown operation, one read, one error, stop. Every answer is checked
against schema/harness.schema.json.

  --start-timeout-ms <ms>    for the harness to start (default 30000)
  --case-timeout-ms <ms>     for each answer (default 10000)

Exit code: 0 all is well, 1 something is not, 2 the harness did not start.`;

/** `scrapbook-conformance smoke`; gives the exit code. */
export async function smoke(args: readonly string[]): Promise<number> {
  const { own, command } = splitCommand(args, timeOptions);
  const { values } = readOptions(own, timeOptions);
  if (command.length === 0) throw new CannotRun("smoke needs the command that starts a harness");
  const results: SmokeResult[] = [];
  const options = {
    startTimeoutMs: readMilliseconds("start-timeout-ms", values["start-timeout-ms"]),
    caseTimeoutMs: readMilliseconds("case-timeout-ms", values["case-timeout-ms"]),
    validate: createValidate(locateSuite().folder),
  };
  await trySmoke(command, options, (result) => {
    results.push(result);
    const words = { ok: "ok      ", wrong: "WRONG   ", "left out": "left out" };
    console.log(`${words[result.outcome]}  ${result.name}`);
    if (result.why !== undefined) console.log(result.why.replaceAll(/^/gm, "          "));
  });
  const count = (outcome: SmokeResult["outcome"]): number =>
    results.filter((result) => result.outcome === outcome).length;
  console.log(`${count("ok")} passed, ${count("wrong")} failed`);
  return count("wrong") > 0 ? 1 : 0;
}
