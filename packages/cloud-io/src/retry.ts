import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.ts";
import type { Settings } from "./settings.ts";

/** How one request is made. */
export interface RequestOptions extends Settings {
  readonly signal: AbortSignal | undefined;
  /** Bytes that are sent along. Default 0. */
  readonly sentBytes?: number | undefined;
}

const shortestMs = 100;
const longestMs = 20_000;
/** A server that wants to be left alone for longer than this is an error at once. */
const longestAskedMs = 120_000;

/**
 * Makes a request, again and again where it fails in a way that may pass. The waits between are
 * random, so that those who failed together do not come back together.
 *
 * @param attempt gets a signal that stops it when it takes too long, or the caller gives up.
 * @throws (rejects with) the last {@link Failure}; the signal's reason.
 */
export async function retry<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  options: RequestOptions,
): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await once(attempt, options);
    } catch (error) {
      if (failed >= options.retries || !(error instanceof Failure) || !error.details.isPassing) {
        throw error;
      }
      await pause(failed, error, options.signal);
    }
  }
}

/** Waits before the next attempt. @param failed how many attempts failed before this failure. */
export async function pause(
  failed: number,
  { code, details }: Failure,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { retryAfterMs } = details;
  if (retryAfterMs !== undefined && retryAfterMs > longestAskedMs) {
    throw new Failure(code, {
      ...details,
      isPassing: false,
      hint: `Try again in ${Math.ceil(retryAfterMs / 1000)} seconds: the server asks for it.`,
    });
  }
  const ceiling = Math.min(longestMs, shortestMs * 2 ** failed);
  // Never before the server's time, and not all at that very time either.
  const waitMs = (retryAfterMs ?? 0) + Math.random() * ceiling;
  try {
    await sleep(waitMs, undefined, signal === undefined ? {} : { signal });
  } catch {
    signal?.throwIfAborted();
  }
}

/** Makes a request once, and gives it only so much time. */
export async function once<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { signal, timeoutMs, sentBytes = 0 }: RequestOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const control = new AbortController();
  let isLate = false;
  const giveUp = () => control.abort(signal?.reason);
  signal?.addEventListener("abort", giveUp);
  const timer = setTimeout(
    () => {
      isLate = true;
      control.abort();
    },
    Math.min(timeoutMs + sentBytes / 50, 2 ** 31 - 1),
  );
  try {
    return await attempt(control.signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw isLate ? lateFailure(timeoutMs) : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}

/** What it means that a server was silent for so long. */
export function lateFailure(timeoutMs: number): Failure {
  return new Failure("store-timeout", {
    what: `The server was silent for ${timeoutMs} ms, again and again`,
    hint: "Try again, or raise timeoutMs.",
    isPassing: true,
    mayBeDone: true,
  });
}
