import { type ChildProcess, spawn } from "node:child_process";
import type { JsonRecord } from "../json.ts";
import { HarnessFault } from "./fault.ts";
import { createLineSplitter, maxLineBytes } from "./line-splitter.ts";
import { quote, readLine } from "./read-line.ts";
import { createTail } from "./tail.ts";

/** A line of output, parsed. */
export interface Line {
  readonly number: number;
  readonly message: JsonRecord;
}

/** One process of a harness. It is asked one thing at a time. */
export interface HarnessProcess {
  /** Writes `message` and gives the next line. Rejects with {@link HarnessFault}. */
  ask(message: JsonRecord, timeoutMs: number): Promise<Line>;
  /** What it said without being asked since the last answer; nothing is lost by asking twice. */
  unasked(): Promise<HarnessFault | undefined>;
  /** Writes `message`, closes its input and waits until it leaves; after `timeoutMs` it is killed. */
  stop(message: JsonRecord, timeoutMs: number): Promise<Leaving>;
  /** Kills it, and what it started. */
  kill(): void;
  /** The end of its stderr since the last {@link HarnessProcess.forgetStderr}. */
  stderr(): string;
  forgetStderr(): void;
}

/** How a process left when it was asked to. */
export interface Leaving {
  /** Its exit code; `null` where it had to be killed. */
  readonly code: number | null;
  /** What it said instead of nothing. */
  readonly fault: HarnessFault | undefined;
}

/** Settings of {@link startProcess}. */
export interface ProcessOptions {
  /** Bytes in a line. Default 64 MiB. */
  readonly maxLineBytes?: number | undefined;
}

/** Starts `command`, without a shell, in the folder that the runner was started in. */
export function startProcess(
  command: readonly string[],
  options: ProcessOptions = {},
): HarnessProcess {
  const [program = "", ...args] = command;
  // A group of its own, so that killing it also kills what a wrapper such as `go run` started.
  const grouped = process.platform !== "win32";
  const child = spawn(program, args, { stdio: "pipe", detached: grouped });
  const limit = options.maxLineBytes ?? maxLineBytes;
  const tail = createTail();
  let lines = 0;
  let waiting: { resolve: (line: Line) => void; reject: (fault: HarnessFault) => void } | undefined;
  /** The first fault; a process that has one is of no more use. */
  let fault: HarnessFault | undefined;

  const fail = (found: HarnessFault): void => {
    fault ??= found;
    waiting?.reject(found);
    waiting = undefined;
  };
  const takeLine = (bytes: Buffer): void => {
    lines += 1;
    if (fault !== undefined) return;
    try {
      const message = readLine(bytes, lines);
      if (waiting === undefined) fail(sayUnasked(message, lines));
      else waiting.resolve({ number: lines, message });
      waiting = undefined;
    } catch (error) {
      fail(error as HarnessFault);
    }
  };
  const splitter = createLineSplitter(
    takeLine,
    () => fail(new HarnessFault("too-long", `is longer than ${limit} bytes`, { line: lines + 1 })),
    limit,
  );
  child.stdout.on("data", splitter.push);
  child.stderr.on("data", tail.push);
  // A harness that has left is told by its exit; what could not be written to it is no news.
  child.stdin.on("error", () => {});
  child.on("error", (error) => fail(sayNotStarted(program, error)));
  const left = new Promise<number | null>((resolve) => {
    child.on("close", (code, signal) => {
      const rest = splitter.rest();
      const instead = waiting === undefined ? "without being asked to" : "instead of answering";
      fail(sayLeft(`${signal ?? `exit code ${code}`} ${instead}`, rest.toString("utf8")));
      running.delete(kill);
      resolve(code);
    });
    child.on("error", () => resolve(null));
  });
  const kill = (): void => killGroup(child, grouped);
  running.add(kill);

  return {
    async ask(message, timeoutMs) {
      if (fault !== undefined) throw fault;
      const answer = new Promise<Line>((resolve, reject) => {
        waiting = { resolve, reject };
      });
      const timer = setTimeout(() => fail(saySilent(timeoutMs)), timeoutMs);
      child.stdin.write(`${JSON.stringify(message)}\n`);
      try {
        return await answer;
      } finally {
        clearTimeout(timer);
      }
    },
    async unasked() {
      // One turn of the event loop: what has already come through the pipe is read first.
      await new Promise((resolve) => setImmediate(resolve));
      return fault;
    },
    async stop(message, timeoutMs) {
      child.stdin.end(`${JSON.stringify(message)}\n`);
      const timer = setTimeout(kill, timeoutMs);
      const code = await left;
      clearTimeout(timer);
      kill();
      return { code, fault: fault?.kind === "left" ? undefined : fault };
    },
    kill,
    stderr: tail.text,
    forgetStderr: tail.forget,
  };
}

/** Kills every harness that still runs: for signals, and for the runner's own end. */
export function killAll(): void {
  for (const kill of running) kill();
}

const running = new Set<() => void>();

function killGroup(child: ChildProcess, grouped: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (grouped) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // ESRCH: it has left already.
  }
}

function sayNotStarted(program: string, error: NodeJS.ErrnoException): HarnessFault {
  const hint = program.includes(" ")
    ? `; give the words of the command apart: ${program}`
    : "; is it installed, and is its folder right?";
  const why =
    error.code === "ENOENT" ? `there is no program ${quote(program)}${hint}` : error.message;
  return new HarnessFault("not-started", `it could not be started: ${why}`);
}

function saySilent(timeoutMs: number): HarnessFault {
  const hint = "does it flush stdout after each line?";
  return new HarnessFault("silent", `it did not answer within ${timeoutMs} ms (${hint})`);
}

function sayLeft(how: string, rest: string): HarnessFault {
  const words = rest === "" ? "" : `; its last words have no line end: ${quote(rest)}`;
  return new HarnessFault("left", `it left with ${how}${words}`);
}

function sayUnasked(message: JsonRecord, line: number): HarnessFault {
  const seq = typeof message.seq === "number" ? { seq: message.seq } : {};
  const text = quote(JSON.stringify(message));
  return new HarnessFault("unasked", `came without a request: ${text}`, { line, ...seq });
}
