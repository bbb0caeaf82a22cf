import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startProgress } from "./progress.ts";

let told = "";
const terminal = {
  isErrTerminal: true,
  env: {},
  err: (text: string) => {
    told += text;
  },
};

beforeEach(() => {
  told = "";
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("what is done at once is not spoken of", () => {
  const progress = startProgress(terminal);
  progress.step(1);
  progress.end();
  vi.advanceTimersByTime(1_000);
  expect(told).toBe("");
});

test("a person is told although the first notebook has not come yet", () => {
  const progress = startProgress(terminal);
  vi.advanceTimersByTime(300);
  expect(told).toBe("\r\u001b[2K0 notebooks read");
  progress.end();
  expect(told).toBe("\r\u001b[2K0 notebooks read\r\u001b[2K");
});

test("the line is written ten times a second, not for each notebook", () => {
  const progress = startProgress(terminal);
  for (let count = 1; count <= 1_000; count++) {
    vi.advanceTimersByTime(1);
    progress.step(count);
  }
  expect(told.match(/notebooks read/g)).toHaveLength(8);
});

test("where no person reads, nothing is told", () => {
  const progress = startProgress({ ...terminal, isErrTerminal: false });
  vi.advanceTimersByTime(1_000);
  progress.step(5);
  progress.end();
  expect(told).toBe("");
});
