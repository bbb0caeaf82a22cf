import { describe, expect, test } from "vitest";
import { isLeft, noteReading, waitForTurn } from "./turn.ts";

describe("the turn in which this thread reads", () => {
  test("ends after moments, and the next begins when the event loop has gone on", async () => {
    expect(waitForTurn()).toBe(undefined);
    const until = performance.now() + 20;
    while (performance.now() < until);
    const next = waitForTurn();
    expect(next).toBeInstanceOf(Promise);
    let hasGoneOn = false;
    setImmediate(() => {
      hasGoneOn = true;
    });
    await next;
    expect(waitForTurn()).toBe(undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasGoneOn).toBe(true);
  });
});

describe("files on a slow disk", () => {
  test("are left to other threads for a while, when two in a row were slow", () => {
    for (const milliseconds of [11, 1, 11]) noteReading(milliseconds);
    expect(isLeft()).toBe(false);
    noteReading(11);
    const left = Array.from({ length: 150 }, () => isLeft());
    expect(left.lastIndexOf(true)).toBe(99);
    noteReading(1);
    noteReading(11);
    expect(isLeft()).toBe(false);
  });
});
