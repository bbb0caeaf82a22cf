import { createInterface } from "node:readline";
import { isScrapbookError } from "@scrapbook/core";
import { Refusal } from "./refusal.ts";
import { tagError } from "./tag.ts";

/** What the runner asks for one case: `conformance/schema/harness.schema.json`. */
export interface Request {
  readonly cmd: "start" | "run" | "stop";
  readonly seq: number;
  readonly op: string;
  readonly files: readonly { readonly key: string; readonly path: string }[];
  readonly options?: RequestOptions;
  /** What else the operation needs. */
  readonly [member: string]: unknown;
}

/** How a case wants its notebooks read; `conformance/CASES.md`. */
export interface RequestOptions {
  readonly strict?: boolean;
  readonly merge?: "complete" | "reference";
  readonly encoders?: readonly string[];
  readonly recursive?: boolean;
  readonly hidden?: boolean;
  readonly onError?: "throw" | "collect";
  readonly pieces?: PiecesAsked;
}

/** How a notebook is to come in pieces, and how much of it may be held. */
export interface PiecesAsked {
  readonly bytes: number;
  readonly once?: boolean;
  readonly maxScrapBytes?: number;
  readonly maxDisplayBytes?: number;
}

/** An operation: what it answers as `result`. It throws what the answer's `error` is made of. */
export type Operation = (request: Request) => Promise<unknown> | unknown;

/** A harness: what it answers to `start`, and its operations by name. */
export interface Harness {
  readonly start: object;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** Answers the runner, line by line, until it says stop. */
export async function speak(harness: Harness): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    if (request.cmd === "stop") break;
    const reply =
      request.cmd === "start"
        ? harness.start
        : { seq: request.seq, ...(await answer(harness, request)) };
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
}

/** The answer to one request, without its number. */
export async function answer(harness: Harness, request: Request): Promise<object> {
  const operation = harness.operations[request.op];
  if (operation === undefined) return { skipped: `there is no operation ${request.op}` };
  try {
    return { result: await operation(request) };
  } catch (error) {
    if (isScrapbookError(error)) return { error: tagError(error) };
    if (error instanceof Refusal) return error.answer;
    return { errored: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
