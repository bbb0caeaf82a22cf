/** Gives one thing after the other, and at last `undefined`: at once where it is at hand. */
export type Next<T> = () => T | undefined | Promise<T | undefined>;

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
  const nextThing = async (): Promise<{ readonly thing: T } | undefined> => {
    const { done, value } = await more.next();
    return done ? undefined : { thing: value };
  };
  const next = nextInOrder(nextThing, lanes, async ({ thing }, lane) => ({
    result: await work(thing, lane),
  }));
  try {
    for (let done = await next(); done !== undefined; done = await next()) yield done.result;
  } finally {
    await more.return?.();
  }
}

/** {@link inOrder} without a promise for what is done at once: of many small works each counts. */
export function nextInOrder<T, R>(
  nextThing: Next<T>,
  lanes: number,
  work: (thing: T, lane: number) => Promise<R> | R,
): Next<R> {
  const started: (Promise<R> | R | undefined)[] = [];
  let [begun, taken, isMore] = [0, 0, true];
  const begin = (thing: T | undefined): void => {
    if (thing === undefined) isMore = false;
    else started[begun % lanes] = work(thing, begun++ % lanes);
  };
  const fill = (): Promise<void> | undefined => {
    while (isMore && begun - taken < lanes) {
      const thing = nextThing();
      if (thing instanceof Promise) {
        return thing.then((given) => {
          begin(given);
          return fill();
        });
      }
      begin(thing);
    }
    return undefined;
  };
  const take = (): Promise<R> | R | undefined => {
    const result = started[taken % lanes];
    started[taken % lanes] = undefined;
    if (taken < begun) taken++;
    return result;
  };
  return () => fill()?.then(take) ?? take();
}

/** One after the other of what comes in pages. */
export function nextOfPages<T>(pages: AsyncIterator<readonly T[]>): Next<T> {
  let page: readonly T[] = [];
  let at = 0;
  const turn = async (): Promise<T | undefined> => {
    for (at = 0; ; ) {
      const { done, value } = await pages.next();
      if (done) return undefined;
      page = value;
      if (page.length > 0) return page[at++];
    }
  };
  return () => (at < page.length ? page[at++] : turn());
}

/** {@link nextOfPages} for loops: what comes in pages, one after the other. */
export async function* eachOfPages<T>(pages: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const page of pages) yield* page;
}
