import { lateFailure } from "../retry.ts";
import type { Answer } from "./client.ts";

/** How bytes are taken. */
export interface TakeOptions {
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** What an error of the transfer means. */
  failureOf(error: unknown): unknown;
}

/**
 * The bytes of an answer. Stops the transfer where the server is silent for too long, the caller
 * gives up, or whoever iterates leaves early. Time in which nobody asks for bytes does not count.
 */
export async function* answerBytes(
  answer: Answer,
  { signal, timeoutMs, failureOf }: TakeOptions,
): AsyncGenerator<Uint8Array> {
  let isLate = false;
  let isWaiting = true;
  const close = () => answer.close();
  const timer = setTimeout(() => {
    if (!isWaiting) return;
    isLate = true;
    close();
  }, timeoutMs);
  signal?.addEventListener("abort", close);
  try {
    signal?.throwIfAborted();
    for await (const piece of answer.bytes) {
      isWaiting = false;
      yield piece;
      isWaiting = true;
      timer.refresh();
    }
    signal?.throwIfAborted();
  } catch (error) {
    signal?.throwIfAborted();
    throw isLate ? lateFailure(timeoutMs) : failureOf(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", close);
    answer.close();
  }
}
