/**
 * edit-steps: hostile families of notebooks and sessions, at n and 4n: four times the input costs at
 * most 4.6 times the steps.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/edit-steps.ts
 */
import { type EditSession, edit } from "@scrapbook/core";
import { countSteps } from "./steps.ts";
import { createTally } from "./tally.ts";

const most = 4.6;
const smaller = 500;
/** Where many scraps lie in one output: as many as a run may glue. */
const crowd = 4_000;

/** What a family gives for a size: four times as much for four times the size. */
type Family = (n: number) => {
  readonly notebook: Uint8Array;
  readonly change: (session: EditSession) => unknown;
};

const payload = (name: string, data: unknown = 1) => ({ data, encoder: "json", name, version: 1 });
const dataOutput = (name: string) =>
  bundleOutput({ "application/scrapbook.scrap.json+json": payload(name) });
const displayOutput = (name: string) => ({
  ...bundleOutput({ "text/plain": "shown" }),
  metadata: { scrapbook: { name, data: false, display: true } },
});
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

const families: Readonly<Record<string, Family>> = {
  "n changes of n outputs": (n) => ({
    notebook: notebookOf(numbers(n).map((i) => dataOutput(`s${i}`))),
    change: (session) => {
      for (let i = 0; i < n; i += 4) {
        session
          .set(`s${i}`, [i])
          .remove(`s${i + 1}`)
          .rename(`s${i + 2}`, `r${i}`)
          .set(`n${i}`, i);
      }
    },
  }),
  "n changes of one scrap": (n) => ({
    notebook: notebookOf([dataOutput("x"), displayOutput("x")]),
    change: (session) => {
      for (let i = 0; i < n; i++) session.set("x", i, { display: i % 2 === 0 ? "keep" : "drop" });
    },
  }),
  "n new scraps, taken away again": (n) => ({
    notebook: notebookOf([]),
    change: (session) => {
      for (let i = 0; i < n; i++) session.set(`s${i}`, i);
      for (let i = 0; i < n; i++) session.remove(`s${i}`);
    },
  }),
  "n renames of one scrap": (n) => ({
    notebook: notebookOf([dataOutput("x0")]),
    change: (session) => {
      for (let i = 0; i < n; i++) session.rename(`x${i}`, `x${i + 1}`);
    },
  }),
  "one name in n outputs": (n) => ({
    notebook: notebookOf(numbers(n).flatMap(() => [dataOutput("x"), displayOutput("x")])),
    change: (session) => session.set("x", 1).rename("x", "y").set("y", 2).remove("y"),
  }),
  "one display in n outputs": (n) => ({
    notebook: notebookOf(numbers(n).map(() => displayOutput("x"))),
    change: (session) => session.set("x", 1, { display: "keep" }).set("x", 2).remove("x"),
  }),
  "n payloads in one output": (n) => ({
    notebook: notebookOf([
      bundleOutput(
        Object.fromEntries(
          numbers(n).map((i) => [`application/scrapbook.scrap.${i}+json`, payload(`s${i}`)]),
        ),
      ),
    ]),
    change: (session) => session.set("s0", 1).set("s1", "text").rename("s2", "r").remove("s3"),
  }),
  "n other outputs in the cell": (n) => ({
    notebook: notebookOf([
      ...numbers(n).map(() => bundleOutput({ "text/plain": "text" })),
      dataOutput("x"),
    ]),
    change: (session) => session.set("x", 2).set("y", 3, { cell: 0 }),
  }),
  "n cells with ids": (n) => ({
    notebook: notebookOf([dataOutput("x")], n),
    change: (session) => session.set("new", 1),
  }),
  "n displays that must not complete": (n) => ({
    notebook: notebookOf(
      numbers(n).flatMap((i) => [dataOutput(`s${i}`), dataOutput("x"), displayOutput(`s${i}`)]),
    ),
    change: (session) => session.remove("x"),
  }),
  "a value with n backslashes and quotes": (n) => ({
    notebook: notebookOf([dataOutput("x")]),
    change: (session) => session.set("x", '\\"'.repeat(n)),
  }),
  "a value n deep": (n) => ({
    notebook: notebookOf([dataOutput("x")]),
    change: (session) => {
      let value: unknown = 1;
      for (let i = 0; i < n; i++) value = [value];
      session.set("x", value);
    },
  }),
};

/** Every one of n scraps in one output is changed. */
const crowds: Readonly<Record<string, Family>> = {
  "n scraps of one output, each set": crowded((session, i) => session.set(`s${i}`, 2)),
  "n scraps of one output, each given another encoder": crowded((session, i) =>
    session.set(`s${i}`, "text"),
  ),
  "n scraps of one output, each given another encoder by turns": crowded((session, i) =>
    session.set(`s${i}`, i % 2 === 0 ? "text" : [i]),
  ),
  "n scraps of one output, each removed": crowded((session, i) => session.remove(`s${i}`)),
  "n scraps of one output, each removed from the end": crowded((session, i, n) =>
    session.remove(`s${n - 1 - i}`),
  ),
  "n scraps of one output, each renamed": crowded((session, i) => session.rename(`s${i}`, `r${i}`)),
};

const entries = [
  ...Object.entries(families).map(([name, family]) => ({ name, family, size: smaller })),
  ...Object.entries(crowds).map(([name, family]) => ({ name, family, size: crowd })),
];
const acts = entries.flatMap(({ family, size }) => {
  const act = (n: number) => {
    const { notebook, change } = family(n);
    return () => {
      const session = edit(notebook);
      change(session);
      session.edits();
    };
  };
  return [act(size), act(size), act(4 * size)];
});
console.log(`edit-steps: ${entries.length} families at n and 4n, up to ${4 * crowd}`);
const steps = await countSteps(acts);
const tally = createTally();
for (const [place, { name }] of entries.entries()) {
  // The first of three warms up: caches that fill once are no growth.
  const [, few, many] = steps.slice(3 * place, 3 * place + 3) as [number, number, number];
  const growth = many / few;
  console.log(`${growth.toFixed(2)} × for ${name} (${many} steps)`);
  tally.check(name, growth <= most, `${growth.toFixed(2)} times the steps`);
}
tally.finish();

function crowded(change: (session: EditSession, i: number, n: number) => unknown): Family {
  return (n) => ({
    notebook: notebookOf([
      bundleOutput(
        Object.fromEntries(
          numbers(n).map((i) => [`application/scrapbook.scrap.json-${i}+json`, payload(`s${i}`)]),
        ),
      ),
    ]),
    change: (session) => {
      for (let i = 0; i < n; i++) change(session, i, n);
    },
  });
}

function bundleOutput(data: object): object {
  return { data, metadata: {}, output_type: "display_data" };
}

function notebookOf(outputs: readonly object[], more = 0): Uint8Array {
  const cell = { cell_type: "code", execution_count: null, metadata: {}, outputs, source: [] };
  const cells = numbers(more).map((i) => ({ ...cell, id: `cell-${i}`, outputs: [] }));
  const notebook = {
    cells: [{ ...cell, id: "first" }, ...cells],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
  return new TextEncoder().encode(JSON.stringify(notebook));
}
