import { CannotRun } from "../cannot-run.ts";
import { compareAnswer } from "../compare/answer.ts";
import {
  type Conversation,
  type ConversationOptions,
  startConversation,
} from "../harness/conversation.ts";
import { HarnessFault } from "../harness/fault.ts";
import type { JsonRecord } from "../json.ts";
import type { RunAnswer, StartAnswer } from "../protocol/message.ts";
import type { LoadedCase } from "../suite/case.ts";
import type { CaseResult, Outcome } from "./case-result.ts";
import type { Judge } from "./judge.ts";
import type { KnownFailures } from "./known-failures.ts";
import { createScoreboard, type Details, type Scoreboard } from "./scoreboard.ts";

/** Settings of {@link runSuite}. */
export interface RunOptions extends ConversationOptions {
  readonly known: KnownFailures;
  /** What a harness is asked for a case, beside its number. */
  readonly requestOf: (wanted: LoadedCase) => JsonRecord;
  /** Capabilities that the run needs, whatever its cases do. Default: none. */
  readonly required?: readonly string[] | undefined;
  /** Reads what the harness wrote. Default: nobody does. */
  readonly judge?: Judge | undefined;
  /** The bytes of the first file of a case whose `expect` has `allowedRanges` of it. */
  readonly originalOf?: ((wanted: LoadedCase) => Uint8Array | undefined) | undefined;
  /** Told each result as it comes; a result may be told again where a later line spoils it. */
  readonly onResult?: ((result: CaseResult) => void) | undefined;
}

/** What came of a run. */
export interface SuiteRun {
  readonly start: StartAnswer;
  /** In the order of the cases. */
  readonly results: readonly CaseResult[];
  /** How the harness left when it was asked to, where that was not as it ought to be. */
  readonly note?: string;
}

/** Starts that may fail one after the other before the rest of the cases is given up. */
const maxFailedStarts = 3;

/**
 * Runs `cases` against the harness that `command` is, one after the other. A harness that breaks
 * the protocol is killed, its case is errored, and the next case gets a new process. Rejects with
 * {@link CannotRun} where the harness does not start at all.
 */
export async function runSuite(
  command: readonly string[],
  cases: readonly LoadedCase[],
  options: RunOptions,
): Promise<SuiteRun> {
  const first = await startOrRefuse(command, options);
  const lacking = (options.required ?? []).filter(
    (name) => !first.start.capabilities.includes(name),
  );
  if (lacking.length > 0) {
    await first.stop();
    throw new CannotRun(`the harness does not declare ${lacking.join(", ")}, which the run needs`);
  }
  const run: Run = {
    ...{ command, options, start: first.start },
    board: createScoreboard(cases, options.known, options.onResult),
    conversation: first,
    failedStarts: 0,
  };
  for (const wanted of cases) await runCase(run, wanted);
  const note = await endConversation(run);
  const results = run.board.results();
  return { start: first.start, results, ...(note === undefined ? {} : { note }) };
}

interface Run {
  readonly command: readonly string[];
  readonly options: RunOptions;
  readonly start: StartAnswer;
  readonly board: Scoreboard;
  /** None after a fault, until the next case needs one. */
  conversation: Conversation | undefined;
  failedStarts: number;
}

async function startOrRefuse(
  command: readonly string[],
  options: RunOptions,
): Promise<Conversation> {
  try {
    return await startConversation(command, options);
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    throw new CannotRun(`the harness \`${command.join(" ")}\` did not start: ${error.message}`);
  }
}

async function runCase(run: Run, wanted: LoadedCase): Promise<void> {
  const lacking = wanted.requires.filter((name) => !run.start.capabilities.includes(name));
  if (lacking.length > 0) {
    const message = `the harness does not declare ${lacking.join(", ")}`;
    run.board.tell(wanted, "skipped", { message });
    return;
  }
  const spoken = await run.conversation?.unasked();
  if (spoken !== undefined) blame(run, spoken);
  // Asked again only where the line that came was a second answer to an earlier case.
  while (!(await askCase(run, wanted)));
}

/** Asks for one case. `false` where another case is to blame for there being no answer. */
async function askCase(run: Run, wanted: LoadedCase): Promise<boolean> {
  const conversation = await takeConversation(run, wanted);
  if (conversation === undefined) return true;
  const began = performance.now();
  const elapsed = (): number => Math.round((performance.now() - began) * 10) / 10;
  try {
    const answer = await conversation.run(wanted.id, run.options.requestOf(wanted));
    const durationMs = elapsed();
    const { outcome, details } = await judgeTwice(run, conversation, wanted, answer);
    const stderr = outcome === "pass" || outcome === "skipped" ? {} : stderrOf(conversation);
    run.board.tell(wanted, outcome, { ...details, durationMs, ...stderr });
    return true;
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    if (conversation.caseOf(error.seq) === wanted.id) {
      end(run);
      const details = { message: error.message, durationMs: elapsed() };
      run.board.tell(wanted, "errored", { ...details, ...stderrOf(conversation) });
      return true;
    }
    blame(run, error);
    return false;
  }
}

/** The conversation to ask in, a new one where the last is over; none where it does not start. */
async function takeConversation(run: Run, wanted: LoadedCase): Promise<Conversation | undefined> {
  if (run.conversation !== undefined) return run.conversation;
  if (run.failedStarts >= maxFailedStarts) {
    const message = `not run: the harness failed to start ${maxFailedStarts} times in a row`;
    run.board.tell(wanted, "errored", { message });
    return undefined;
  }
  try {
    run.conversation = await startConversation(run.command, run.options);
    run.failedStarts = 0;
    return run.conversation;
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    run.failedStarts += 1;
    const message = `the harness could not be started again: ${error.message}`;
    run.board.tell(wanted, "errored", { message });
    return undefined;
  }
}

interface Verdict {
  readonly outcome: Outcome;
  readonly details: Details;
}

/** What an answer comes to, the file it holds read once more by another implementation. */
async function judgeTwice(
  run: Run,
  conversation: Conversation,
  wanted: LoadedCase,
  answer: RunAnswer,
): Promise<Verdict> {
  const verdict = judge(run, wanted, answer);
  const { judge: other, requestOf } = run.options;
  if (verdict.outcome !== "pass" || other === undefined) return verdict;
  const [original] = (requestOf(wanted).files ?? []) as readonly { readonly path: string }[];
  const differences = await other.compare(answer, {
    start: run.start,
    run: (request) => conversation.run(wanted.id, request),
    original: original?.path,
  });
  return differences.length === 0 ? verdict : { outcome: "fail", details: { differences } };
}

/** What an answer comes to. */
function judge({ options, start }: Run, wanted: LoadedCase, answer: RunAnswer): Verdict {
  if ("skipped" in answer) return { outcome: "skipped", details: { message: answer.skipped } };
  if ("errored" in answer) return { outcome: "errored", details: { message: answer.errored } };
  const original = options.originalOf?.(wanted);
  const differences = compareAnswer(wanted.expect, answer, { ...start, original });
  if (differences.length === 0) return { outcome: "pass", details: {} };
  return { outcome: "fail", details: { differences } };
}

/** Ends the conversation over a line that nobody asked for, and errs the case that it answers. */
function blame(run: Run, fault: HarnessFault): void {
  const { conversation } = run;
  if (conversation === undefined) return;
  const blamed = conversation.caseOf(fault.seq);
  run.board.tellById(blamed, "errored", { message: fault.message, ...stderrOf(conversation) });
  end(run);
}

function end(run: Run): void {
  run.conversation?.kill();
  run.conversation = undefined;
}

async function endConversation(run: Run): Promise<string | undefined> {
  const spoken = await run.conversation?.unasked();
  if (spoken !== undefined) blame(run, spoken);
  const leaving = await run.conversation?.stop();
  if (leaving === undefined) return undefined;
  if (leaving.fault !== undefined) blame(run, leaving.fault);
  if (leaving.code === null) return "the harness did not leave at stop, and was killed";
  return leaving.code === 0 ? undefined : `the harness left with exit code ${leaving.code} at stop`;
}

function stderrOf(conversation: Conversation): { stderr?: string } {
  const stderr = conversation.stderr();
  return stderr === "" ? {} : { stderr };
}
