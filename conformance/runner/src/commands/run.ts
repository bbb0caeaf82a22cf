import { CannotRun } from "../cannot-run.ts";
import type { ConversationOptions } from "../harness/conversation.ts";
import { originalOf, requestOf } from "../protocol/message.ts";
import { createValidate } from "../protocol/validator.ts";
import { formatHtml } from "../report/html.ts";
import { formatJunit } from "../report/junit.ts";
import { formatMarkdown } from "../report/markdown.ts";
import { createProgress } from "../report/progress.ts";
import { createReport, isComplete, type Report } from "../report/report.ts";
import { createSupportTable } from "../report/support-table.ts";
import { formatFailure, formatSummary } from "../report/terminal.ts";
import { type Judge, startJudge } from "../run/judge.ts";
import { readKnownFailures } from "../run/known-failures.ts";
import { runSuite } from "../run/run-suite.ts";
import { type Level, levels } from "../suite/case.ts";
import { loadSuite } from "../suite/load-suite.ts";
import { selectCases } from "../suite/select.ts";
import {
  readMilliseconds,
  readOptions,
  selectionOptions,
  splitCommand,
  timeOptions,
} from "./options.ts";
import { writeOutput } from "./output-file.ts";

/** What `run --help` says. */
export const runUsage = `scrapbook-conformance run [options] [--] <command...>

Runs the suite against the harness that <command...> starts, and shows what is not as expected.

  --level <level>            only cases of reader, editor, gluer, pandas or pieces (may be repeated)
  --group <group>            only cases of a group, such as merge (may be repeated)
  --case <id>                only this case (may be repeated)
  --filter <text>            only cases with this text in id or description
  --known-failures <file>    a JSON object of case ids and reasons; one that passes fails the run
  --require-level <level>    fail unless every case of the level passes (may be repeated)
  --pieces <bytes>           each case that reads one notebook reads it in pieces of so many bytes; the harness has to
                             declare the capability pieces
  --judge <command>          another harness, words apart by spaces: reads each file that the tested one writes,
                             and both must read the same scraps from it
  --validate                 check each answer against schema/harness.schema.json
  --start-timeout-ms <ms>    for the harness to start (default 30000)
  --case-timeout-ms <ms>     for each answer (default 10000)
  --json, --junit, --markdown, --html <file>   write a report
  --show <number>            how many failures are shown whole (default 25); reports hold them all
  --verbose                  a line for each case
  --suite <folder>           another suite than the one inside this package

Exit code: 0 everything as expected, 1 not, 2 could not run.`;

const options = {
  ...selectionOptions,
  ...timeOptions,
  "known-failures": { type: "string" },
  "require-level": { type: "string", multiple: true },
  pieces: { type: "string" },
  judge: { type: "string" },
  validate: { type: "boolean", default: false },
  json: { type: "string" },
  junit: { type: "string" },
  markdown: { type: "string" },
  html: { type: "string" },
  show: { type: "string", default: "25" },
  verbose: { type: "boolean", default: false },
} as const;

/** `scrapbook-conformance run`; gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { own, command } = splitCommand(args, options);
  const { values } = readOptions(own, options);
  if (command.length === 0) throw new CannotRun("run needs the command that starts a harness");
  if (!/^[0-9]{1,6}$/.test(values.show))
    throw new CannotRun(`--show needs a number, got ${values.show}`);
  const required = readLevels(values["require-level"] ?? []);
  const suite = loadSuite(values.suite);
  const { case: ids, group: groups, level, filter: text } = values;
  const cases = selectCases(suite.cases, { ids, groups, levels: level, text });
  const knownFile = values["known-failures"];
  const allIds = new Set(suite.cases.map(({ id }) => id));
  const known = knownFile === undefined ? new Map() : readKnownFailures(knownFile, allIds);
  const progress = createProgress(process.stderr, cases.length, values.verbose);
  const times = {
    startTimeoutMs: readMilliseconds("start-timeout-ms", values["start-timeout-ms"]),
    caseTimeoutMs: readMilliseconds("case-timeout-ms", values["case-timeout-ms"]),
  };
  const pieces = readPieces(values.pieces);
  const judge = await callJudge(values.judge, times);
  const began = performance.now();
  const ran = await runSuite(command, cases, {
    ...times,
    validate: values.validate ? createValidate(suite.folder) : undefined,
    judge,
    known,
    requestOf: (wanted) => requestOf(suite, wanted, pieces),
    required: pieces === undefined ? [] : ["pieces"],
    originalOf: (wanted) => originalOf(suite, wanted),
    onResult: progress.tell,
  }).finally(() => {
    progress.end();
    return judge?.stop();
  });
  const durationMs = performance.now() - began;
  const report = createReport({ ...suite, ...ran, durationMs });
  if (values.json !== undefined) writeOutput(values.json, `${JSON.stringify(report, null, 2)}\n`);
  if (values.junit !== undefined) writeOutput(values.junit, formatJunit(report));
  const table = createSupportTable([report]);
  if (values.markdown !== undefined) writeOutput(values.markdown, formatMarkdown(table));
  if (values.html !== undefined) writeOutput(values.html, formatHtml(table));
  if (judge !== undefined) console.log(`${judge.name} read ${judge.count()} written files as well`);
  return tell(report, required, Number(values.show), ran.note);
}

async function callJudge(
  command: string | undefined,
  times: ConversationOptions,
): Promise<Judge | undefined> {
  if (command === undefined) return undefined;
  try {
    return await startJudge(command.trim().split(/\s+/), times);
  } catch (error) {
    throw new CannotRun(`the judge \`${command}\` did not start: ${(error as Error).message}`);
  }
}

/** Prints what came of it, and gives the exit code. */
function tell(
  report: Report,
  required: readonly Level[],
  show: number,
  note: string | undefined,
): number {
  const unexpected = report.results.filter(({ expected }) => !expected);
  for (const result of unexpected.slice(0, show)) console.log(`${formatFailure(result)}\n`);
  const rest = unexpected.slice(show).map(({ id }) => id);
  if (rest.length > 0)
    console.log(
      `and ${rest.length} more, such as ${rest.slice(0, 5).join(", ")}; --show, --json\n`,
    );
  if (note !== undefined) console.log(`note: ${note}`);
  const lacking = required.filter((level) => !isComplete(report.levels[level]));
  for (const level of lacking) console.log(`level ${level} is not complete`);
  console.log(formatSummary(report));
  if (report.summary.skipped === report.summary.total)
    throw new CannotRun("no case was run: the harness declares nothing that the cases require");
  return unexpected.length > 0 || lacking.length > 0 ? 1 : 0;
}

function readPieces(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(text))
    throw new CannotRun(`--pieces needs a number of bytes from 1 on, got ${text}`);
  return Number(text);
}

function readLevels(names: readonly string[]): readonly Level[] {
  return names.map((name) => {
    const level = levels.find((known) => known === name);
    if (level === undefined)
      throw new CannotRun(`there is no level ${name}; there are ${levels.join(", ")}`);
    return level;
  });
}
