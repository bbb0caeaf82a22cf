import { show } from "../compare/show.ts";
import type { JsonRecord } from "../json.ts";
import { protocolVersion, type RunAnswer, type StartAnswer } from "../protocol/message.ts";
import { readRunAnswer, readStartAnswer } from "../protocol/read-answer.ts";
import { HarnessFault } from "./fault.ts";
import {
  type HarnessProcess,
  type Leaving,
  type Line,
  type ProcessOptions,
  startProcess,
} from "./process.ts";

/** Checks a message against the protocol's schema: an explanation of what is wrong, or nothing. */
export type Validate = (
  kind: "startAnswer" | "runAnswer",
  message: JsonRecord,
) => string | undefined;

/** Settings of {@link startConversation}. */
export interface ConversationOptions extends ProcessOptions {
  /** Milliseconds from starting the process to its answer. */
  readonly startTimeoutMs: number;
  /** Milliseconds from a request to its answer. */
  readonly caseTimeoutMs: number;
  /** Milliseconds that it has to leave after `stop`. Default 5,000. */
  readonly stopTimeoutMs?: number | undefined;
  /** Checks each answer before it is read. Default: only what reading it needs. */
  readonly validate?: Validate | undefined;
}

/** A harness that has answered `start`. */
export interface Conversation {
  readonly start: StartAnswer;
  /** The answer to one case. Rejects with {@link HarnessFault}; the conversation is then over. */
  run(id: string, request: JsonRecord): Promise<RunAnswer>;
  /** What the harness said since the last answer without being asked; then it is over as well. */
  unasked(): Promise<HarnessFault | undefined>;
  /** The case of this conversation that has the number `seq`; without one, the last. */
  caseOf(seq: number | undefined): string | undefined;
  /** Asks it to leave; after `stopTimeoutMs` it is killed. */
  stop(): Promise<Leaving>;
  kill(): void;
  /** What the harness wrote to stderr since the last request, at most 16 KiB. */
  stderr(): string;
}

/** Starts `command` and greets it. Rejects with {@link HarnessFault}; then nothing is left running. */
export async function startConversation(
  command: readonly string[],
  options: ConversationOptions,
): Promise<Conversation> {
  const harness = startProcess(command, options);
  try {
    return converse(harness, await greet(harness, options), options);
  } catch (error) {
    // A harness that left has said why on stderr; the reader of the message needs it there.
    const words = harness.stderr();
    harness.kill();
    if (error instanceof HarnessFault && words !== "") error.message += `\nIts stderr:\n${words}`;
    throw error;
  }
}

async function greet(harness: HarnessProcess, options: ConversationOptions): Promise<StartAnswer> {
  const request = { cmd: "start", protocol: protocolVersion };
  const line = await harness.ask(request, options.startTimeoutMs);
  complain(options.validate?.("startAnswer", line.message), line);
  const answer = readStartAnswer(line.message);
  if (typeof answer === "string") throw notAnAnswer(line, `is no answer to start: ${answer}`);
  return answer;
}

function converse(
  harness: HarnessProcess,
  start: StartAnswer,
  options: ConversationOptions,
): Conversation {
  const asked: string[] = [];
  return {
    start,
    async run(id, request) {
      const seq = asked.push(id);
      harness.forgetStderr();
      const message = { cmd: "run", seq, case: id, ...request };
      const line = await harness.ask(message, options.caseTimeoutMs);
      checkSeq(line, seq);
      complain(options.validate?.("runAnswer", line.message), line);
      const answer = readRunAnswer(line.message);
      if (typeof answer === "string") throw notAnAnswer(line, answer);
      return answer;
    },
    unasked: () => harness.unasked(),
    caseOf: (seq) => asked[(seq ?? 0) - 1] ?? asked.at(-1),
    stop: () => harness.stop({ cmd: "stop" }, options.stopTimeoutMs ?? 5_000),
    kill: () => harness.kill(),
    stderr: () => harness.stderr(),
  };
}

function checkSeq({ message, number }: Line, seq: number): void {
  const got = message.seq;
  if (got === seq) return;
  if (typeof got === "number" && got < seq && got > 0) {
    const what = `answers seq ${got} for the second time, and seq ${seq} was asked`;
    throw new HarnessFault("unasked", what, { line: number, seq: got });
  }
  const what = `answers seq ${show(got)}, and seq ${seq} was asked`;
  throw new HarnessFault("not-an-answer", what, { line: number });
}

function complain(complaint: string | undefined, line: Line): void {
  if (complaint !== undefined) throw notAnAnswer(line, complaint);
}

function notAnAnswer(line: Line, message: string): HarnessFault {
  return new HarnessFault("not-an-answer", message, { line: line.number });
}
