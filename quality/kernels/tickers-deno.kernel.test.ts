import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Notebook } from "@scrapbook/core";
import { pandas } from "@scrapbook/encoders-pandas";
import { readNotebook } from "@scrapbook/node-io";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { consumer } from "../exports/installed.ts";
import { papermillEnvironment } from "./papermill-site.ts";
import { type PythonScraps, readInPython } from "./python-scraps.ts";

const folder = join(consumer, "tickers-deno");
const tickers = ["AAA", "XYZ"];
const paths = {
  AAA: join(folder, "notebooks/AAA.ipynb"),
  summary: join(folder, "steps/summary.ipynb"),
  inPython: join(folder, "steps/summary-python.ipynb"),
  last: join(folder, "steps/last-of-summary.ipynb"),
  lastOfPython: join(folder, "steps/last-of-summary-python.ipynb"),
};

let read: Readonly<Record<keyof typeof paths, Notebook>>;
let python: Readonly<Record<keyof typeof paths, PythonScraps>>;

beforeAll(async () => {
  cpSync(`${root}examples/tickers-deno`, folder, { recursive: true });
  const make = [join(folder, "make.py"), ...tickers];
  execFileSync(process.env.SCRAPBOOK_KERNELS as string, make, { env: papermillEnvironment() });
  const asRead = readInPython(Object.values(paths));
  const pairs = Object.entries(paths);
  python = Object.fromEntries(pairs.map(([name, path]) => [name, asRead[path]])) as typeof python;
  const options = { encoders: [pandas()] };
  read = Object.fromEntries(
    await Promise.all(
      pairs.map(async ([name, path]) => [name, await readNotebook(path, options)] as const),
    ),
  ) as typeof read;
}, 900_000);

describe("the first step, a Deno notebook that papermill runs", () => {
  test.each([
    ["length", 252, "int"],
    ["symbol", "AAA", "str"],
    ["distance", expect.any(Number), "float"],
    ["close_to_ath", expect.any(Boolean), "bool"],
    ["message", expect.stringContaining("AAA closed at"), "str"],
  ])("glues %s for Python and for us", (name, value, type) => {
    expect(python.AAA[name]).toMatchObject({ data: value, type });
    expect(read.AAA.value(name)).toEqual(python.AAA[name]?.data);
  });

  test("glues prices as a frame of pandas", () => {
    const prices = read.AAA.scraps.get("prices")?.as(pandas);
    expect(python.AAA.prices?.type).toBe("DataFrame");
    expect(python.AAA.prices?.data).toMatchObject({ columns: ["close", "high"] });
    const frame = python.AAA.prices?.data as { readonly data: readonly number[][] } | undefined;
    const close = frame?.data.map(([first]) => first);
    expect([...(prices?.column("close") ?? [])]).toEqual(close);
    expect(close).toHaveLength(252);
    expect(prices?.index.names).toEqual(["date"]);
  });

  test("glues a chart as a picture", () => {
    const chart = read.AAA.scraps.get("chart")?.text("image/svg+xml");
    expect(chart).toMatch(/^<svg xmlns/);
    expect(python.AAA.chart?.display?.["image/svg+xml"]).toBe(chart);
  });

  test("reads its own notebook, as far as it was saved", () => {
    const names = [...read.AAA.scraps.keys()];
    expect(read.AAA.value("so_far")).toEqual(names.slice(0, names.indexOf("so_far")));
    expect(names).toContain("chart");
  });

  test("was run with the parameters that it was given", () => {
    expect(read.AAA.run.status).toBe("completed");
    expect(read.AAA.parameters).toMatchObject({ symbol: "AAA" });
  });
});

describe("the second step", () => {
  test("prints the same in TypeScript and in Python", () => {
    const lines = read.summary.value("lines");
    expect(lines).toHaveLength(tickers.length);
    expect(lines).toEqual(read.inPython.value("lines"));
    expect((lines as string[])[0]).toContain("AAA: AAA, 252 days to ");
  });

  test.each(["summary", "inPython"] as const)("hands on length2 and chart (%s)", (name) => {
    expect(read[name].value("length2")).toBe(252);
    expect(python[name].length2).toMatchObject({ data: 252 });
    expect(read[name].scraps.get("chart")?.text("image/svg+xml")).toBe(
      read.AAA.scraps.get("chart")?.text("image/svg+xml"),
    );
  });
});

test.each(["last", "lastOfPython"] as const)(
  "the third step reads what was handed on (%s)",
  (name) => {
    expect(read[name].value("years")).toBe(1);
    expect(python[name].years).toMatchObject({ data: 1 });
    expect(python[name].chart?.display?.["image/svg+xml"]).toMatch(/^<svg/);
  },
);
