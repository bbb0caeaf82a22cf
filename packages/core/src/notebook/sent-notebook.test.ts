import { expect, test } from "vitest";
import { receiveError, sendError } from "../error/sent-error.ts";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import { parseNotebook } from "./parse-notebook.ts";
import type { ReadOptions } from "./read-options.ts";
import { receiveNotebook, sendNotebook, transferable } from "./sent-notebook.ts";

const text = notebookText([
  dataOutput("x", "1.50"),
  dataOutput("big", "12345678901234567890"),
  '{"output_type": "error", "ename": "E", "evalue": "no", "traceback": []}',
]);

/** What another thread would get. */
function sent(given: string, options: ReadOptions, retain: "file" | "parts" = "file") {
  const notebook = sendNotebook(new TextEncoder().encode(given), { ...options, retain });
  return structuredClone(notebook, { transfer: transferable(notebook) as ArrayBuffer[] });
}

test.each(["file", "parts"] as const)(
  "a notebook that was sent with its %s is the same",
  (retain) => {
    const options = { source: "a.ipynb", codeLines: true };
    const here = parseNotebook(text, options);
    let scans = 0;
    const engine = (): never => {
      scans++;
      throw new Error("scanned again");
    };
    const versions: number[] = [];
    const there = receiveNotebook(sent(text, options, retain), { ...options, engine }, (bytes) => {
      versions.push(bytes.length);
      return "v1";
    });
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
    expect(there.metadata).toEqual(here.metadata);
    expect(there.run).toEqual(here.run);
    expect(there.executionCounts).toEqual(here.executionCounts);
    expect(there.scraps.get("x")?.rawText).toBe("1.50");
    expect(there.scraps.get("big")?.data).toBe(12345678901234567890n);
    expect(there.scraps.get("x")?.codeLine).toBe(here.scraps.get("x")?.codeLine);
    expect([there.version, scans]).toEqual(["v1", 0]);
    const whole = new TextEncoder().encode(text).length;
    expect(retain === "file" ? versions[0] === whole : (versions[0] as number) < whole).toBe(true);
  },
);

test("a notebook of an older format says so on the other side", () => {
  const options = { strict: false, source: "old.ipynb" };
  const old = '{"nbformat": 3, "metadata": {}, "worksheets": []}';
  const here = parseNotebook(old, options);
  const there = receiveNotebook(sent(old, options), options);
  expect(there.problems.map(({ message }) => message)).toEqual([here.problems[0]?.message]);
  expect([there.nbformat, there.metadata, there.scraps.size]).toEqual([3, {}, 0]);
});

test.each(['{"cells": [', '{"cells": 1}', "[]"])("an error of %s arrives as it is here", (bad) => {
  const caught = (act: () => unknown): unknown => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const here = caught(() => parseNotebook(bad)) as Error;
  const there = receiveError(structuredClone(sendError(caught(() => sent(bad, {})))));
  expect(there).toMatchObject({ ...here, message: here.message });
  expect(receiveError(structuredClone(new RangeError("no room")))).toEqual(
    new RangeError("no room"),
  );
});
