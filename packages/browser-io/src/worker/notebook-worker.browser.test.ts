import { ScrapbookError } from "@scrapbook/core";
import { afterEach, expect, inject, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { editNotebook, readNotebook, readNotebooks, writeNotebook } from "../index.ts";
import { objectsIn } from "../testing/objects-in.ts";
import { type NotebookWorker, notebookWorker } from "./notebook-worker.ts";

const web = inject("webServer");
let open: NotebookWorker[] = [];
let started: Worker[] = [];

afterEach(() => {
  for (const worker of open) worker.close();
  open = [];
  started = [];
});

/** A worker that runs the package's script from its source. */
function sourceWorker(note: (worker: Worker) => void = () => {}): NotebookWorker {
  const reader = notebookWorker({
    worker: () => {
      const worker = new Worker(new URL("./script.ts", import.meta.url), { type: "module" });
      started.push(worker);
      note(worker);
      return worker;
    },
  });
  open.push(reader);
  return reader;
}

const file = (text: string, name = "a.ipynb"): File => new File([text], name);

const errorOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => "no error",
    (error: unknown) => error,
  );

test.each([
  ["a URL", () => `${web}/web/notebook`],
  ["a URL whose length nobody tells", () => `${web}/web/packed`],
  ["a file", () => file(notebookText(1))],
  ["the origin's storage", () => "opfs://worker/a.ipynb"],
])("a notebook of %s is what it is when the page reads it", async (_, locate) => {
  await writeNotebook("opfs://worker/a.ipynb", notebookText(1));
  const location = locate();
  const here = await readNotebook(location);
  const there = await sourceWorker().readNotebook(location);
  expect(JSON.stringify(there)).toBe(JSON.stringify(here));
  expect([there.source, there.version]).toEqual([here.source, here.version]);
  expect(there.metadata).toEqual(here.metadata);
});

test("a notebook that a worker read is what an edit expects", async () => {
  const place = "opfs://worker/edited.ipynb";
  await writeNotebook(place, notebookText(1));
  const { version } = await sourceWorker().readNotebook(place);
  await editNotebook(place, (session) => session.set("x", 2), { expect: version });
  const again = editNotebook(place, (session) => session.set("x", 3), { expect: version });
  expect(await errorOf(again)).toMatchObject({ code: "store-conflict" });
});

test("one worker reads many, and each error arrives as it is in the page", async () => {
  const files = [
    file(notebookText(1)),
    file('{"cells": [', "broken.ipynb"),
    file('{"nbformat": 4, "metadata": {}, "cells": 1}', "wrong.ipynb"),
    file(notebookText(2), "b.ipynb"),
  ];
  const options = { onError: "collect" } as const;
  const here = await readNotebooks(files, options);
  const there = await sourceWorker().readNotebooks(files, options);
  expect([...there.keys()]).toEqual(["a", "b"]);
  const told = ({ errors }: typeof here): unknown[] =>
    [...errors.values()].map((error) => [
      error instanceof ScrapbookError,
      error.message,
      error.offset,
    ]);
  expect(told(there)).toEqual(told(here));
  expect(there.errors.size).toBe(2);
  expect(started).toHaveLength(1);
});

test("the page scans nothing, and gets few objects however many cells there are", async () => {
  const cell =
    '{"cell_type": "code", "metadata": {}, "source": "", "outputs": [], "execution_count": 1}';
  const text = notebookText(1).replace('"cells":[', `"cells":[${`${cell},`.repeat(20_000)}`);
  const answers: unknown[] = [];
  const reader = sourceWorker((worker) =>
    worker.addEventListener("message", ({ data }) => answers.push(data)),
  );
  let scans = 0;
  const engine = (): never => {
    scans++;
    throw new Error("scanned in the page");
  };
  const notebook = await reader.readNotebook(file(text), { engine });
  expect([notebook.value("x"), notebook.executionCounts.length, scans]).toEqual([1, 20_001, 0]);
  expect(answers).toHaveLength(1);
  expect(objectsIn(answers[0])).toBeLessThan(50);
});

test("aborting ends what the worker is busy with, and nothing else", async () => {
  const stop = new AbortController();
  const reader = sourceWorker((worker) => {
    const send = worker.postMessage.bind(worker);
    worker.postMessage = (...given: unknown[]) => {
      send(...(given as Parameters<typeof send>));
      if (started.length === 1) stop.abort(new Error("enough"));
    };
  });
  const queued = new AbortController();
  const readings = [
    reader.readNotebook(file(notebookText(1)), { signal: stop.signal }),
    reader.readNotebook(file(notebookText(2)), { signal: queued.signal }),
    reader.readNotebook(file(notebookText(3))),
  ];
  queued.abort(new Error("never begun"));
  const [first, second, third] = await Promise.allSettled(readings);
  expect(first).toEqual({ status: "rejected", reason: new Error("enough") });
  expect(second).toEqual({ status: "rejected", reason: new Error("never begun") });
  expect(third?.status === "fulfilled" && third.value.value("x")).toBe(3);
  expect(started).toHaveLength(2);
});

test("closing rejects what waits, and reading again starts another worker", async () => {
  const reader = sourceWorker((worker) => {
    if (started.length === 1) queueMicrotask(() => reader.close());
    worker.addEventListener("message", () => {});
  });
  const waiting = errorOf(reader.readNotebook(file(notebookText(1))));
  expect(await waiting).toMatchObject({ name: "AbortError", message: "The worker was closed" });
  expect((await reader.readNotebook(file(notebookText(2)))).value("x")).toBe(2);
  expect(started).toHaveLength(2);
});

test.each([
  ["whose script is not there", () => new Worker("/web/status/404", { type: "module" })],
  ["of another server", () => new Worker(`${web}/script.js`, { type: "module" })],
  [
    "that fails",
    () => new Worker(URL.createObjectURL(new Blob(["onmessage = () => { throw new Error('x') }"]))),
  ],
])("a worker %s is told, with what to do", async (_, worker) => {
  const reader = notebookWorker({ worker });
  const error = await errorOf(reader.readNotebook(file(notebookText(1))));
  expect(error).toMatchObject({
    code: "store-unsupported",
    message: expect.stringContaining("worker-src"),
  });
});

test("a worker that runs another script, and what is no worker, are told", async () => {
  const script = URL.createObjectURL(new Blob(["onmessage = () => postMessage('hello')"]));
  const read = (worker: () => unknown) =>
    errorOf(notebookWorker({ worker: worker as () => Worker }).readNotebook(file(notebookText(1))));
  expect(await read(() => new Worker(script))).toMatchObject({
    code: "store-unsupported",
    message: expect.stringContaining("got an answer of another script"),
  });
  expect(await read(() => new URL("https://example.com/script.js"))).toMatchObject({
    code: "usage-argument",
    message: expect.stringContaining("gives no worker: got a URL, expected a Worker"),
  });
});

test("options are checked", () => {
  expect(() => notebookWorker({ worker: "/script.js" as never })).toThrow(/expected a function/);
});
