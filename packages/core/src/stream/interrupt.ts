import type { AbortSignalLike } from "../platform.ts";

/**
 * The same pieces, until the signal says so: also while the next one is waited for. The source is then
 * told to stop, and not waited for.
 */
export async function* interruptible(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignalLike | undefined,
): AsyncGenerator<Uint8Array> {
  if (signal === undefined) {
    yield* pieces;
    return;
  }
  signal.throwIfAborted();
  const iterator =
    Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  let isDone = false;
  let wake: (() => void) | undefined;
  const abort = (): void => wake?.();
  signal.addEventListener("abort", abort);
  try {
    for (;;) {
      const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        wake = () => reject(signal.reason);
        if (signal.aborted) wake();
        else Promise.resolve(iterator.next()).then(resolve, reject);
      });
      isDone = next.done === true;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    const stopping = isDone ? undefined : iterator.return?.();
    // A source that hangs would keep us waiting.
    if (signal.aborted) void Promise.resolve(stopping).catch(() => {});
    else await stopping;
  }
}
