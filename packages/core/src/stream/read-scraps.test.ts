import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notebook as randomNotebook } from "../edit/testing/random-notebook.ts";
import { defineEncoder } from "../encoder/encoder.ts";
import { isScrapbookError } from "../error/error.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import type { Scrap } from "../scrap/scrap.ts";
import { encode } from "../testing/json-text.ts";
import {
  codeCell,
  jsonMime,
  notebookOf,
  notebookText,
  output,
  payload,
} from "../testing/notebook-text.ts";
import { readScraps } from "./read-scraps.ts";
import { inflated } from "./testing/inflated.ts";

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What is compared of a notebook. */
function facts(notebook: Notebook): object {
  return {
    problems: notebook.problems.map(({ code, path, offset }) => [code, path, offset]),
    scraps: [...notebook.scraps.values()].map(({ name, encoder, rawText, path, size, display }) => [
      ...[name, encoder, rawText, path, size, display],
    ]),
    run: notebook.run,
  };
}

describe("a notebook that is read in pieces", () => {
  test("says what it says whole, whatever is long in it and wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomNotebook,
        fc.nat(60),
        fc.integer({ min: 1, max: 999 }),
        async (text, length, size) => {
          const bytes = encode(inflated(text, length));
          const expected = facts(parseNotebook(bytes, { strict: false }));
          expect(facts(await readScraps(cut(bytes, size), { strict: false }))).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("loses only the values of an encoder that cannot be loaded with strict: false", async () => {
    const late = defineEncoder({
      ...{ name: "late", encodable: () => false, encode: () => 1, decode: (data) => data },
      load: () => Promise.reject(new Error("not here")),
    });
    const other = payload("x", "1").replace('"json"', '"late"');
    const outputs = [output({ [jsonMime]: other }), output({ [jsonMime]: payload("y", "2") })];
    const source = () => cut(encode(notebookText(outputs)), 50);
    const options = { encoders: [late] };
    await expect(readScraps(source(), options)).rejects.toThrow("encoder-unavailable");
    const { scraps } = await readScraps(source(), { ...options, strict: false });
    expect(scraps.value("y")).toBe(2);
    expect(scraps.get("x")?.tryData()).toMatchObject({ error: { code: "encoder-unavailable" } });
  });

  test("serves the good scraps though a name is too long to be held", async () => {
    const long = payload("n".repeat(5_000), "1");
    const nameless = long.replace('"version"', '"v"');
    expect(nameless).not.toBe(long);
    const outputs = [long, nameless, payload("y", "2")].map((text) => output({ [jsonMime]: text }));
    const options = { strict: false, maxScrapBytes: 1_000 };
    const { scraps, problems } = await readScraps(cut(encode(notebookText(outputs)), 50), options);
    expect(scraps.toObject()).toEqual({ y: 2 });
    expect(problems.map(({ code }) => code)).toEqual([
      "payload-too-large",
      "payload-version-missing",
    ]);
  });

  test("tells of each scrap as it comes, and again where another takes its place", async () => {
    const told: [string, unknown, number][] = [];
    const onProvisional = ({ name, data, cell }: Scrap) => void told.push([name, data, cell]);
    const one = (name: string, data: number) => output({ [jsonMime]: payload(name, String(data)) });
    const bytes = encode(notebookText([one("x", 1), one("y", 2)], [one("x", 3)]));
    const { scraps } = await readScraps(cut(bytes, 50), { onProvisional });
    expect(told).toEqual([
      ["x", 1, 0],
      ["y", 2, 0],
      ["x", 3, 1],
    ]);
    expect(scraps.toObject()).toEqual({ x: 3, y: 2 });
  });

  test("takes pieces of no length, and says where one that is broken off ends", async () => {
    const bytes = encode(notebookText([]));
    const none = new Uint8Array(0);
    const { byteLength } = await readScraps([
      none,
      bytes.subarray(0, 9),
      none,
      none,
      bytes.subarray(9),
    ]);
    expect(byteLength).toBe(bytes.length);
    await expect(readScraps([none])).rejects.toMatchObject({ code: "json-empty" });
    const half = readScraps(cut(bytes.subarray(0, 40), 7));
    await expect(half).rejects.toMatchObject({ code: "json-truncated", offset: 40 });
  });

  test("is given up when the signal says so, while the source is waited for", async () => {
    let isStopped = false;
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<Uint8Array>>(() => {}),
        return: async () => {
          isStopped = true;
          return { done: true as const, value: undefined };
        },
      }),
    };
    const stop = new AbortController();
    const reading = readScraps(source, { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    expect(isStopped).toBe(true);
    await expect(readScraps([], { signal: stop.signal })).rejects.toThrow("enough");
  });

  test.each([["text"], [new Uint16Array(2)], [42]])("takes bytes alone, not %o", async (piece) => {
    const reading = readScraps([piece as unknown as Uint8Array]);
    await expect(reading).rejects.toMatchObject({ code: "usage-argument" });
  });
});

describe("a payload that is too long to be held", () => {
  const long = `"${"x".repeat(5_000)}"`;
  const text = notebookText(
    [output({ [jsonMime]: payload("x", "1") })],
    [output({ [jsonMime]: payload("x", long) }), output({ [jsonMime]: payload("y", "2") })],
  );

  test("is a problem, and hides the values before it", async () => {
    const options = { maxScrapBytes: 1_000, strict: false };
    const { problems, scraps } = await readScraps(cut(encode(text), 99), options);
    const path = "/cells/1/outputs/0/data/application~1scrapbook.scrap.json+json/data";
    expect(problems).toMatchObject([{ code: "payload-too-large", path }]);
    expect([...scraps.keys()]).toEqual(["y"]);
  });

  test("is what a strict reader throws", async () => {
    const notebook = await readScraps(cut(encode(text), 99), { maxScrapBytes: 1_000 });
    expect(() => notebook.scraps).toThrow("payload-too-large");
  });
});

describe("a display that is too long to be held", () => {
  const shown = `"${"x".repeat(5_000)}"`;
  const label = '{"scrapbook": {"name": "chart", "data": true, "display": true}}';
  const bundle = { [jsonMime]: payload("chart", "1"), "text/plain": shown };
  const bytes = encode(notebookText([output(bundle, label), output({ "text/plain": shown })]));
  const options = { maxDisplayBytes: 1_000 };

  test("is a problem where it cannot be read again, and the data is there", async () => {
    const notebook = await readScraps(cut(bytes, 99), options);
    const problem = { code: "display-not-kept", path: "/cells/0/outputs/0" };
    expect(notebook.problems).toMatchObject([problem]);
    expect(notebook.problemCount).toBe(1);
    expect(notebook.value("chart")).toBe(1);
    const chart = notebook.scraps.get("chart");
    expect(() => chart?.text("text/plain")).toThrow("display-not-kept");
    await expect(notebook.loadDisplay("chart")).rejects.toMatchObject(problem);
  });

  test("is read again from a Blob, once it is asked for", async () => {
    const notebook = await readScraps(new Blob([bytes]));
    expect(notebook.problems).toEqual([]);
    expect(notebook.hasDisplay("chart")).toBe(false);
    await notebook.loadDisplay("chart");
    expect(notebook.hasDisplay("chart")).toBe(true);
    expect(notebook.scraps.get("chart")?.text("text/plain")).toHaveLength(5_000);
    await expect(notebook.loadDisplay("none")).rejects.toMatchObject({
      code: "notebook-scrap-missing",
    });
  });

  test("is a conflict where other bytes are in its place by now", async () => {
    const blob = new Blob([bytes]);
    const changed = encode(`[${new TextDecoder().decode(bytes)}`);
    const source = {
      size: blob.size,
      stream: () => blob.stream(),
      arrayBuffer: () => blob.arrayBuffer(),
      slice: (start: number, end: number) => new Blob([changed.slice(start, end)]),
    };
    const notebook = await readScraps(source);
    await expect(notebook.loadDisplay("chart")).rejects.toMatchObject({ code: "store-conflict" });
  });
});

describe("what is held", () => {
  const held = async (bytes: Uint8Array): Promise<number> => {
    for (let most = 64; ; most *= 2) {
      try {
        await readScraps(cut(bytes, 4_096), { maxHeldBytes: most });
        return most;
      } catch (error) {
        if (!isScrapbookError(error) || error.code !== "store-too-large") throw error;
      }
    }
  };
  const stream = (text: string) =>
    `{"output_type": "stream", "name": "stdout", "text": ["${text}"]}`;

  test("does not grow with the length of outputs that bear nothing", async () => {
    const [short, long] = ["x", "x".repeat(100_000)].map((text) =>
      encode(notebookText([stream(text)])),
    );
    expect(await held(long as Uint8Array)).toBe(await held(short as Uint8Array));
  });

  test("grows by a few bytes with each such output", async () => {
    const outputs = Array.from({ length: 20_000 }, () => stream("x"));
    expect(await held(encode(notebookText(outputs)))).toBeLessThanOrEqual(20_000 * 8);
  });

  test("does not grow with white space, code, and members that nobody looks at", async () => {
    const more = `, "attachments": {"a": "${"x".repeat(50_000)}"}${" ".repeat(50_000)}`;
    const cells = [
      codeCell([], more),
      codeCell([]).replace('"source": ""', `"source": ["${"y".repeat(50_000)}"]`),
    ];
    expect(await held(encode(notebookOf(cells)))).toBeLessThanOrEqual(1024);
  });
});
