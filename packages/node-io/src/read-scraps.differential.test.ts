import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type EditSession,
  edit,
  isScrapbookError,
  type Notebook,
  parseNotebook,
} from "@scrapbook/core";
import { openBytes } from "@scrapbook/core/io";
import { simdPieceScanner } from "@scrapbook/core/simd";
import {
  editInPieces,
  type PieceScanner,
  type ReadScrapsOptions,
  readScrapsOver,
  type StreamedNotebook,
} from "@scrapbook/core/stream";
import { describe, expect, test } from "vitest";
import { notebookFacts, problemFacts } from "./testing/notebook-facts.ts";

const folder = fileURLToPath(new URL("../../../conformance/notebooks/", import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /ipynb/i.test(path))
  .flatMap((path) => {
    try {
      return [[path, readFileSync(folder + path)] as const];
    } catch {
      return [];
    }
  })
  .sort();

type Splitter = (bytes: Uint8Array) => Iterable<Uint8Array>;

/** Pieces of random lengths, some of them none. The seed is the text's length. */
function* random(bytes: Uint8Array): Generator<Uint8Array> {
  let seed = bytes.length;
  for (let at = 0; at < bytes.length; ) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const length = seed % 3 === 0 ? seed % 7 : seed % 300;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

function* single(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) yield bytes.subarray(at, at + 1);
}

async function facts(
  read: () => Notebook | Promise<Notebook>,
  prepare?: (notebook: Notebook) => Promise<void>,
): Promise<object> {
  try {
    const notebook = await read();
    await prepare?.(notebook);
    return notebookFacts(notebook);
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    return problemFacts(error);
  }
}

/** Loads what was let go. */
async function loadAll(notebook: Notebook): Promise<void> {
  const streamed = notebook as StreamedNotebook;
  let names: readonly string[] = [];
  try {
    names = [...streamed.scraps.keys()];
  } catch {}
  for (const name of names) await streamed.loadDisplay(name);
}

const settings = [
  { source: "x", strict: false },
  { source: "x", merge: "reference" as const },
];

const shared = simdPieceScanner() as PieceScanner;
const setups = { simd: { stores: [], pieceScanner: () => shared }, plain: { stores: [] } };

/** Each reader takes every other notebook strictly, beginning with the first or the second. */
const readers: [
  name: string,
  split: Splitter,
  setup: keyof typeof setups,
  most: number,
  turn: number,
][] = [
  ["in random pieces, by WebAssembly", random, "simd", Infinity, 0],
  ["in random pieces, by TypeScript", random, "plain", Infinity, 1],
  ["byte by byte, by WebAssembly, where it is small", single, "simd", 3_000, 1],
  ["byte by byte, by TypeScript, where it is small", single, "plain", 1_500, 0],
];

const expectations = settings.map((options) =>
  Promise.all(fixtures.map(([, bytes]) => facts(() => parseNotebook(bytes, options)))),
);

/** How one reading of each notebook differs, if it does, from reading it whole. */
async function check(
  read: (bytes: Uint8Array, options: ReadScrapsOptions) => Promise<StreamedNotebook>,
  most: number,
  turn: number,
  prepare?: (notebook: Notebook) => Promise<void>,
): Promise<void> {
  let count = 0;
  for (const [i, [path, bytes]] of fixtures.entries()) {
    if (bytes.length > most) continue;
    const place = (i + turn) % settings.length;
    const expected = (await (expectations[place] as Promise<object[]>))[i];
    const options = settings[place] as ReadScrapsOptions;
    expect(await facts(() => read(bytes, options), prepare), path).toEqual(expected);
    count++;
  }
  expect(count).toBeGreaterThan(500);
}

describe.each(readers)(
  "every notebook of the conformance suite %s",
  (_, split, setup, most, turn) => {
    test("reads as it does whole", () =>
      check((bytes, options) => readScrapsOver(setups[setup], split(bytes), options), most, turn));
  },
);

test("displays that are read again are those of every notebook read whole", () =>
  check(
    (bytes, options) =>
      readScrapsOver(setups.simd, new Blob([bytes as Uint8Array<ArrayBuffer>]), options),
    Infinity,
    0,
    loadAll,
  ));

/** Changes of every kind, each alone, of what is there and what is not. */
function changesOf(name: string): readonly ((session: EditSession) => unknown)[] {
  const display = { data: { "text/plain": "shown" } };
  return [
    (session) => session.set(name, [1], { display: "keep" }).set("new", "text"),
    (session) => session.set(name, display, { encoder: "display" }).set("first", 1, { cell: 0 }),
    (session) => session.rename(name, "renamed"),
    (session) => session.remove(name),
  ];
}

const editing = { source: "x", cellId: () => "0123abcd" };

/** The edits, or the refusal, of each change. */
async function editsOf(open: () => EditSession | Promise<EditSession>): Promise<unknown[]> {
  const results: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    try {
      const session = await open();
      changesOf(session.names()[0] ?? "none")[i]?.(session);
      results.push(session.edits().map(({ start, end, bytes }) => [start, end, String(bytes)]));
    } catch (error) {
      if (!isScrapbookError(error)) throw error;
      results.push(problemFacts(error));
    }
  }
  return results;
}

test("every notebook of the conformance suite gets the edits that it gets whole", async () => {
  for (const [path, bytes] of fixtures) {
    // The few that are long take as long as all others.
    if (bytes.length > 20_000) continue;
    const expected = await editsOf(() => edit(bytes, editing));
    const inPieces = await editsOf(async () => {
      const now = openBytes(bytes, { name: "x", maxBytes: bytes.length });
      return (await editInPieces(now, editing, shared)).session;
    });
    expect(inPieces, path).toEqual(expected);
  }
});
