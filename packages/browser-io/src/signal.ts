import type { AbortSignalLike } from "@scrapbook/core";

/** A signal as browsers take it, of one that is only used like it. */
export function toSignal(signal: AbortSignalLike | undefined): AbortSignal | undefined {
  if (signal === undefined || signal instanceof AbortSignal) return signal;
  const control = new AbortController();
  if (signal.aborted) control.abort(signal.reason);
  else signal.addEventListener("abort", () => control.abort(signal.reason));
  return control.signal;
}
