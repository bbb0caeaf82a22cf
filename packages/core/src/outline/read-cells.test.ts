import { describe, expect, test } from "vitest";
import { scan } from "../json/scan.ts";
import type { Tape } from "../json/tape.ts";
import { simdEngine } from "../simd/engine.ts";
import { encode } from "../testing/json-text.ts";
import { readOutline } from "./read-outline.ts";

const plain = JSON.stringify({
  cell_type: "code",
  execution_count: 1,
  id: "a",
  metadata: { papermill: { status: "completed" }, tags: [] },
  outputs: [
    { output_type: "stream", name: "stdout", text: ["a"] },
    { output_type: "display_data", data: { "text/plain": "x", "image/png": "y" }, metadata: {} },
    { output_type: "execute_result", data: { "application/vnd.plotly.v1+json": {} }, metadata: {} },
  ],
  source: "1",
});

interface Read {
  readonly bytes: Uint8Array;
  readonly tape: Tape;
}

/** A notebook of plain cells, and its tape. */
function notebookOf(cells: number, engine = scan): Read {
  const list = Array.from({ length: cells }, () => plain).join(",");
  const bytes = encode(`{"cells":[${list}],"metadata":{},"nbformat":4,"nbformat_minor":5}`);
  return { bytes, tape: engine(bytes) };
}

/** What an act was seen to take of the heap, in bytes, smallest first: the collector may come between. */
function heapOf(act: () => unknown): readonly number[] {
  const kept: unknown[] = [];
  const taken = Array.from({ length: 9 }, () => {
    const before = process.memoryUsage().heapUsed;
    kept.push(act());
    return process.memoryUsage().heapUsed - before;
  });
  return taken.filter((bytes) => bytes >= 0).sort((a, b) => a - b);
}

const engines = [scan, simdEngine() ?? scan];

describe("10,000 cells that bear nothing", () => {
  test.each(engines)("cost no more objects than ten, until somebody asks for them", (engine) => {
    const [few, many] = [notebookOf(10, engine), notebookOf(10_000, engine)];
    for (const retain of ["file", "parts"] as const) {
      const read = ({ bytes, tape }: Read) => readOutline(bytes, tape, { retain });
      // Now what is made once, and kept, is there.
      expect(read(many).bearing).toEqual([]);
      const [least = Number.NaN] = heapOf(() => read(many));
      const [ten = Number.NaN] = heapOf(() => read(few));
      // Not even a pointer for each.
      expect(least - ten).toBeLessThan(4 * 10_000);
      expect(heapOf(() => read(many).cells).at(-1)).toBeGreaterThan(40 * 10_000);
    }
  });
});
