import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseNotebook } from "@scrapbook/core";
import { type DataFrame, pandas } from "@scrapbook/encoders-pandas";
import { dataFrameFromIPC, toIPC } from "@scrapbook/encoders-pandas/arrow";
import { toParquet } from "@scrapbook/encoders-pandas/parquet";
import { afterAll, describe, expect, test } from "vitest";
import { Judge, judgePythons } from "./judge.ts";

const folder = fileURLToPath(new URL("../../notebooks/pandas/", import.meta.url));
const judges = [...judgePythons()].map(([name, python]) => ({ name, judge: new Judge(python) }));

afterAll(() => {
  for (const { judge } of judges) judge.close();
});

// A table that pandas never saw gets dtypes that keep its nulls, where pandas makes floats of them.
const files = readdirSync(folder).filter((file) => !/-broken-|-no-metadata/.test(file));

describe.each(judges)("frames of real pandas, written again, read by $name", ({ judge }) => {
  test.each(files)("%s is equal", async (file) => {
    const notebook = parseNotebook(await readFile(folder + file), { encoders: [pandas()] });
    const frame = notebook.scraps.get("frame")?.as(pandas) as DataFrame;
    // The stored file would be given back as it is; a frame of its Arrow stream is written anew.
    const written = toParquet(dataFrameFromIPC(toIPC(frame)));
    const difference = await judge.compare(frame.parquetBytes as Uint8Array, written);
    expect(difference).toBeUndefined();
  });
});
