import { describe, expect, test } from "vitest";
import { createLineSplitter } from "./line-splitter.ts";

/** The lines of `chunks`, "too long" in place of one that is, and the rest. */
function split(chunks: readonly string[], limit?: number): { lines: string[]; rest: string } {
  const lines: string[] = [];
  const splitter = createLineSplitter(
    (line) => lines.push(line.toString()),
    () => lines.push("too long"),
    limit,
  );
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  return { lines, rest: splitter.rest().toString() };
}

const rows: readonly [string, string[], number | undefined, string[], string][] = [
  ["splits at each line feed", ["a\nb\n"], undefined, ["a", "b"], ""],
  ["joins the pieces of a line", ["a", "b", "c\nd"], undefined, ["abc"], "d"],
  ["keeps a carriage return", ["a\r\n"], undefined, ["a\r"], ""],
  ["gives empty lines", ["\n\n"], undefined, ["", ""], ""],
  ["takes a line of exactly the limit", ["abc\nabc\n"], 3, ["abc", "abc"], ""],
  ["tells a line over the limit before it ends", ["ab", "cd", "ef\n"], 3, ["too long"], ""],
  ["tells what came before a line over the limit", ["a\nabcd\na\n"], 3, ["a", "too long"], ""],
];

describe("createLineSplitter", () => {
  for (const [name, chunks, limit, lines, rest] of rows) {
    test(name, () => expect(split(chunks, limit)).toEqual({ lines, rest }));
  }

  test("keeps nothing of a line over 64 MiB", () => {
    const chunk = Buffer.alloc(16 * 1024 * 1024, "a");
    let told = 0;
    const splitter = createLineSplitter(
      () => {},
      () => {
        told += 1;
      },
    );
    for (let pushed = 0; pushed < 5; pushed++) splitter.push(chunk);
    expect([told, splitter.rest().length]).toEqual([1, 0]);
  });
});
