import type { AbortSignalLike } from "@scrapbook/core";

/** A signal as Node takes it, of one that is only used like it. */
export function toSignal(signal: AbortSignalLike | undefined): AbortSignal | undefined {
  if (signal === undefined || signal instanceof AbortSignal) return signal;
  const control = new AbortController();
  if (signal.aborted) control.abort(signal.reason);
  else signal.addEventListener("abort", () => control.abort(signal.reason));
  return control.signal;
}

/** What a promise gives, unless the signal is first: for work that is shared with other callers. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignalLike | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
