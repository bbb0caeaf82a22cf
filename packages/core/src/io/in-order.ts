/**
 * Does work on many things at once, and gives the results in order. No more than `lanes` works are
 * under way, or done and not yet taken.
 *
 * @param work may not reject: a rejection would go unhandled where the caller stops early. It gets
 * the number of its lane; a lane does one work at a time.
 */
export async function* inOrder<T, R>(
  things: AsyncIterable<T> | Iterable<T>,
  lanes: number,
  work: (thing: T, lane: number) => Promise<R> | R,
): AsyncGenerator<R> {
  const more =
    Symbol.asyncIterator in things ? things[Symbol.asyncIterator]() : things[Symbol.iterator]();
  const started: (Promise<R> | R | undefined)[] = [];
  let [next, isMore] = [0, true];
  const start = async (): Promise<void> => {
    const { done, value } = await more.next();
    if (done) isMore = false;
    else started[next % lanes] = work(value, next++ % lanes);
  };
  try {
    while (isMore && next < lanes) await start();
    for (let taken = 0; taken < next; taken++) {
      const result = (await started[taken % lanes]) as R;
      started[taken % lanes] = undefined;
      yield result;
      if (isMore) await start();
    }
  } finally {
    await more.return?.();
  }
}
