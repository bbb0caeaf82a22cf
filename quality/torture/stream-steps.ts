/**
 * stream-steps: hostile notebooks, at n and 4n, read and edited in pieces: four times the input costs
 * at most 4.6 times the steps.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/stream-steps.ts
 */
import type { OpenedObject } from "@scrapbook/core/io";
import { editInPieces, type ReadScrapsOptions, readScraps } from "@scrapbook/core/stream";
import { countSteps } from "./steps.ts";
import { createTally } from "./tally.ts";

const most = 4.6;
const smaller = 500;

const payload = (name: string, data: unknown = 1) => ({ data, encoder: "json", name, version: 1 });
const dataOutput = (name: string, data?: unknown, more: object = {}) => ({
  data: { "application/scrapbook.scrap.json+json": payload(name, data), ...more },
  metadata: { scrapbook: { name, data: true, display: "text/plain" in more } },
  output_type: "display_data",
});
const times = (n: number, make: (index: number) => object): object[] =>
  Array.from({ length: n }, (_, index) => make(index));
const shown = { "text/plain": "long ".repeat(40) };
const long = "long ".repeat(40);

/** Outputs for a size: four times as much for four times the size. */
const families: Readonly<Record<string, (n: number) => object[]>> = {
  "n scraps": (n) => times(n, (i) => dataOutput(`s${i}`)),
  "n scraps whose displays are let go and read again": (n) =>
    times(n, (i) => dataOutput(`s${i}`, 1, shown)),
  "n outputs of one scrap": (n) => times(n, () => dataOutput("x", 1, shown)),
  "n payloads that are too large": (n) => times(n, (i) => dataOutput(`s${i}`, long)),
  "n payloads in one output": (n) => [
    {
      ...dataOutput("x"),
      data: Object.fromEntries(
        times(n, (i) => payload(`s${i}`)).map((one, i) => [
          `application/scrapbook.scrap.${i}+json`,
          one,
        ]),
      ),
    },
  ],
  "n outputs that bear nothing": (n) =>
    times(n, () => ({ name: "stdout", output_type: "stream", text: long })),
  "n members that nobody looks at": (n) => [
    { output_type: "x", ...Object.fromEntries(times(n, Object).map((_, i) => [`k${i}`, [i]])) },
  ],
  "one text of n lines": (n) => [
    { name: "stdout", output_type: "stream", text: times(n, Object).map((_, i) => `line ${i}\n`) },
  ],
};

const options: ReadScrapsOptions = { strict: false, maxScrapBytes: 128 };
const acts: Readonly<Record<string, (bytes: Uint8Array) => Promise<unknown>>> = {
  "read, each display loaded": async (bytes) => {
    const notebook = await readScraps(openedOf(bytes), options);
    for (const name of [...notebook.scraps.keys()].reverse()) await notebook.loadDisplay(name);
    return [...notebook.scraps.values()].map((scrap) => [scrap.data, scrap.display]);
  },
  "read once, each scrap told as it comes": async (bytes) => {
    const told: unknown[] = [];
    const onProvisional = (scrap: unknown): void => void told.push(scrap);
    return (await readScraps(cut(bytes), { ...options, maxDisplayBytes: 0, onProvisional }))
      .problems;
  },
  edit: async (bytes) => {
    const { session, pieces } = await editInPieces(openedOf(bytes), { strict: false }, undefined);
    for (const name of session.notebook.scraps.keys()) session.set(name, 2);
    session.set("new", 1);
    for await (const _ of pieces(session.edits()));
  },
};

console.log(`stream-steps: ${Object.keys(families).length} families at n and 4n`);
const rows = Object.entries(families).flatMap(([family, make]) =>
  Object.entries(acts).map(([act, run]) => ({ name: `${act}: ${family}`, make, run })),
);
const steps = await countSteps(
  rows.flatMap(({ make, run }) =>
    [smaller, smaller, 4 * smaller].map((n) => {
      const bytes = notebookOf(make(n));
      return () => run(bytes);
    }),
  ),
);
const tally = createTally();
for (const [place, { name }] of rows.entries()) {
  // The first of three warms up: caches that fill once are no growth.
  const [, few, many] = steps.slice(3 * place, 3 * place + 3) as [number, number, number];
  const growth = many / few;
  console.log(`${growth.toFixed(2)} × for ${name} (${many} steps)`);
  tally.check(name, growth <= most, `${growth.toFixed(2)} times the steps`);
}
tally.finish();

/** Bytes as a store opens them. */
function openedOf(bytes: Uint8Array): OpenedObject {
  return {
    size: bytes.length,
    stamp: undefined,
    version: undefined,
    read: async () => bytes,
    stream: async function* ({ start = 0, end = bytes.length } = {}) {
      yield* cut(bytes.subarray(start, end));
    },
    slice: async (start, end) => bytes.slice(start, end),
    close: async () => {},
  };
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096);
}

function notebookOf(outputs: readonly object[]): Uint8Array {
  const cell = { cell_type: "code", execution_count: null, metadata: {}, outputs, source: [] };
  const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 };
  return new TextEncoder().encode(JSON.stringify(notebook, null, 1));
}
