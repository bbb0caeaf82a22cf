import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { type StaticServer, serveFolder } from "../consumers/static-server.ts";
import { consumer } from "../exports/installed.ts";
import type { Outcome } from "./outcome.ts";
import { runtimes } from "./runtimes.ts";

const folder = join(consumer, "runtimes");
let server: StaticServer;
let url: string;
/** What this Node gives: what all others must give too. */
let expected: Outcome;

beforeAll(async () => {
  mkdirSync(folder);
  for (const file of ["program.js", "start.js", "worker.js"]) {
    copyFileSync(join(root, "quality/runtimes", file), join(folder, file));
  }
  server = await serveFolder(join(root, "examples/tickers/notebooks"));
  url = new URL(server.address).origin;
  expected = await (runtimes[0] as (typeof runtimes)[0]).run(folder, url);
});

afterAll(() => server.close());

test("the packages give values, and refuse what is wrong", () => {
  expect(expected.results).toMatchObject({
    "reads a notebook": { distance: expect.any(Number), status: "completed" },
    "reads URLs": [
      { key: "AAA", symbol: "AAA" },
      { key: "ABC", symbol: "ABC" },
      { key: "BCD", symbol: "BCD" },
    ],
    "says that a URL leads nowhere": ["store-not-found", expect.stringContaining("HTTP 404")],
    "keeps numbers exact": "[12345678901234567890, Infinity, NaN, -0.0, 1]",
    "edits without touching other bytes": [0.5, "ABC", expect.stringMatching(/^[0-9a-f]{64}$/)],
    "says what is wrong, and where": ["json-truncated", expect.stringContaining("AAA.ipynb")],
    "decodes a picture": expect.stringMatching(/^[0-9a-f]{64}$/),
    "renders a report": expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

describe.each(runtimes.slice(1))("$name", (runtime) => {
  test("gives what Node gives, and has the fast engine where it can", async () => {
    const { results, hasFastEngine } = await runtime.run(folder, url);
    expect(results).toEqual(expected.results);
    expect(hasFastEngine).toBe(runtime.hasFastEngine);
  });
});
