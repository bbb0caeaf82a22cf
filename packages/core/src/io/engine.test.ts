import { expect, test } from "vitest";
import { scan } from "../json/scan.ts";
import type { ScanEngine } from "../json/tape.ts";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import { createIO } from "./create-io.ts";
import { memoryStore } from "./memory-store.ts";

const text = notebookText([dataOutput("x", "1")]);

/** An engine that counts how often it scans. */
function counting(): { engine: ScanEngine; scans: () => number } {
  let count = 0;
  return {
    scans: () => count,
    engine: (bytes, options) => {
      count++;
      return scan(bytes, options);
    },
  };
}

test("a package's engine scans in every verb, and is made when it is needed", async () => {
  const { engine, scans } = counting();
  let made = 0;
  const store = memoryStore(Object.entries({ "a.ipynb": text, "b.ipynb": text }));
  const choose = (): ScanEngine => {
    made++;
    return engine;
  };
  const io = createIO<string>({ stores: [store], engine: choose });
  expect(made).toBe(0);
  const verbs: [verb: () => Promise<unknown>, scans: number][] = [
    [() => io.readNotebook("memory://a.ipynb"), 1],
    [() => io.readNotebooks("memory://"), 2],
    [() => io.editNotebook("memory://a.ipynb", (session) => session.set("x", 2)), 2],
    [() => io.editNotebooks("memory://", (session) => session.set("x", 3)), 4],
    [() => io.writeNotebook("memory://a.ipynb", text), 1],
    [
      () => io.copyScrap({ from: "memory://a.ipynb", name: "x", to: "memory://b.ipynb", as: "y" }),
      3,
    ],
  ];
  for (const [verb, expected] of verbs) {
    const before = scans();
    await verb();
    expect(scans() - before).toBe(expected);
  }
  expect(made).toBeGreaterThan(0);
});

test("the engine of the options goes first", async () => {
  const { engine, scans } = counting();
  const store = memoryStore(Object.entries({ "a.ipynb": text }));
  const io = createIO<string>({
    stores: [store],
    engine: () => {
      throw new Error("asked");
    },
  });
  await io.readNotebook("memory://a.ipynb", { engine });
  expect(scans()).toBe(1);
});
