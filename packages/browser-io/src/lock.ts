import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { toSignal } from "./signal.ts";

/** How long another tab may write before we give up, in milliseconds. */
const longestWaitMs = 30_000;

/**
 * Does something while no other tab of this origin does: under a lock of the Web Locks API, which
 * the browser gives back when a tab is closed. Where there are none, it is just done.
 *
 * @param name the lock's name.
 * @param source for messages.
 * @throws (rejects with) `store-locked` where another holds it for 30 seconds; the signal's reason.
 */
export async function withLock<T>(
  name: string,
  source: string,
  signal: AbortSignalLike | undefined,
  act: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  if (globalThis.navigator?.locks === undefined) return act();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(locked(source)), longestWaitMs);
  const asked = toSignal(signal);
  const either = asked === undefined ? late.signal : AbortSignal.any([late.signal, asked]);
  try {
    return await navigator.locks.request(name, { signal: either }, () => {
      clearTimeout(timer);
      return act();
    });
  } finally {
    clearTimeout(timer);
  }
}

function locked(source: string): ScrapbookError {
  return new ScrapbookError("store-locked", {
    what: "Another tab or another part of this page is writing it",
    source,
    hint: "Nothing was written. Wait and try again.",
  });
}
