import { Failure } from "../failure.ts";
import { pause, type RequestOptions } from "../retry.ts";
import { answerBytes } from "./answer-bytes.ts";
import type { Answer } from "./client.ts";

/** The bytes that are wanted, and how the rest of them is asked for. */
export interface ResumeOptions extends RequestOptions {
  /** Offset of the first byte. */
  readonly start: number;
  /** Offset behind the last byte, where it is known. */
  readonly end: number | undefined;
  /** Asks for what begins at an offset, of the very same version. `undefined`: it cannot be promised. */
  readonly reopen: ((start: number) => Promise<Answer>) | undefined;
  failureOf(error: unknown): unknown;
}

/**
 * The bytes of an answer, even if the connection breaks meanwhile: the rest is then asked for by its
 * range. An answer that ends too early is a broken one.
 */
export async function* resumed(answer: Answer, options: ResumeOptions): AsyncGenerator<Uint8Array> {
  const { end, reopen } = options;
  let now = answer;
  let at = options.start;
  for (let failed = 0; ; ) {
    try {
      for await (const piece of skipTo(at, end, now, options)) {
        at += piece.length;
        failed = 0;
        yield piece;
      }
      if (end === undefined || at >= end) return;
      throw cutShort();
    } catch (error) {
      if (!(error instanceof Failure) || !error.details.isPassing || reopen === undefined)
        throw error;
      if (failed >= options.retries) throw error;
      await pause(failed++, error, options.signal);
      now = await reopen(at);
    }
  }
}

/** The bytes from an offset on, of an answer that may begin earlier, up to the end. */
async function* skipTo(
  start: number,
  end: number | undefined,
  answer: Answer,
  options: ResumeOptions,
): AsyncGenerator<Uint8Array> {
  let at = answer.start;
  for await (const piece of answerBytes(answer, options)) {
    const from = Math.max(0, start - at);
    const to = end === undefined ? piece.length : Math.min(piece.length, end - at);
    at += piece.length;
    if (from === 0 && to === piece.length) yield piece;
    else if (from < to) yield piece.subarray(from, to);
    if (end !== undefined && at >= end) return;
  }
}

function cutShort(): Failure {
  return new Failure("store-unreachable", {
    what: "The transfer broke off, again and again",
    hint: "Check the network, and try again.",
    isPassing: true,
  });
}
