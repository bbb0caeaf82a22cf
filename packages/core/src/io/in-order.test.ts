import { expect, test } from "vitest";
import { inOrder, nextInOrder, nextOfPages } from "./in-order.ts";

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("results come in order, whichever is done first, from no more than the lanes", async () => {
  let [active, most] = [0, 0];
  const lanesInUse = new Set<number>();
  const work = async (thing: number, lane: number): Promise<number> => {
    expect(lanesInUse.has(lane)).toBe(false);
    lanesInUse.add(lane);
    most = Math.max(most, ++active);
    await soon(thing % 3);
    active--;
    lanesInUse.delete(lane);
    return thing * 2;
  };
  const things = Array.from({ length: 30 }, (_, i) => i);
  for (const lanes of [1, 3, 100]) {
    const results: number[] = [];
    most = 0;
    for await (const result of inOrder(things, lanes, work)) results.push(result);
    expect(results).toEqual(things.map((thing) => thing * 2));
    expect(most).toBe(Math.min(lanes, 30));
  }
});

test("no more is taken than is worked on, and what gives it is told of an early end", async () => {
  let [given, isClosed] = [0, false];
  async function* endless(): AsyncGenerator<number> {
    try {
      for (;;) yield given++;
    } finally {
      isClosed = true;
    }
  }
  for await (const result of inOrder(endless(), 4, async (thing) => thing)) {
    if (result === 10) break;
  }
  expect(given).toBeLessThanOrEqual(15);
  expect(isClosed).toBe(true);
});

test("what fails to give things ends it after the results before", async () => {
  async function* failing(): AsyncGenerator<number> {
    yield 1;
    throw new RangeError("no more");
  }
  const results: number[] = [];
  const consume = async (): Promise<void> => {
    for await (const one of inOrder(failing(), 1, async (thing) => thing)) results.push(one);
  };
  await expect(consume()).rejects.toThrow(RangeError);
  expect(results).toEqual([1]);
});

test("things of a page that are worked on at once are given at once", async () => {
  async function* pages(): AsyncGenerator<readonly number[]> {
    yield [1, 2];
    yield [];
    yield [3];
  }
  const next = nextInOrder(nextOfPages(pages()), 1, (thing) => thing * 2);
  const given: unknown[] = [];
  for (let one = next(); ; one = next()) {
    given.push(one instanceof Promise ? [await one] : one);
    if ((await one) === undefined) break;
  }
  // In brackets what had to be waited for: the first of each page, and the end.
  expect(given).toEqual([[2], 4, [6], [undefined]]);
});
