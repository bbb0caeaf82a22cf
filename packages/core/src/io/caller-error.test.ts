import { expect, test } from "vitest";
import { passOn } from "./caller-error.ts";

/** A store's work that takes every error for one of its own. */
async function hidingErrors(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch {
    throw new Error("the store's");
  }
}

async function* failing(): AsyncIterable<Uint8Array> {
  yield new Uint8Array(1);
  throw new Error("the caller's");
}

async function take(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

const works: readonly [title: string, work: Parameters<typeof passOn<void>>[0], message: string][] =
  [
    [
      "an error of the caller's function comes out as it was",
      ({ call }) => hidingErrors(() => call(() => Promise.reject(new Error("the caller's")))),
      "the caller's",
    ],
    [
      "an error of the caller's pieces comes out as it was",
      ({ pieces }) => hidingErrors(() => take(pieces(failing()))),
      "the caller's",
    ],
    [
      "an error of the store's own stays the store's",
      () => hidingErrors(() => Promise.reject(new Error("disk"))),
      "the store's",
    ],
  ];

test.each(works)("%s", async (_title, work, message) => {
  await expect(passOn(work)).rejects.toThrow(message);
});

test("what the work gives is given", async () => {
  expect(await passOn(({ call }) => call(async () => 5))).toBe(5);
});
