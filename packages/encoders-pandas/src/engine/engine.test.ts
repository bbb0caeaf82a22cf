import { describe, expect, test } from "vitest";
import { withoutCategories } from "../encode/categories.ts";
import { createDataFrame } from "../encode/create-frame.ts";
import { ipcPieces, joined } from "../encode/ipc.ts";
import { readFooter } from "../parquet/footer.ts";
import { platform, type WasmModule } from "../platform.ts";
import { frameOf, parquetOf } from "../testing/payload.ts";
import { Engine } from "./engine.ts";
import { readTable } from "./read.ts";
import { compileSync } from "./source.ts";
import { writeStream } from "./write.ts";

const module = compileSync(undefined) as WasmModule;
const parquet = parquetOf("pandas3-ints");

/** Counts the instances that are made while `work` runs. */
function countInstances(work: () => void): number {
  const wasm = platform.WebAssembly as { Instance: new (...given: never[]) => object };
  const { Instance } = wasm;
  let count = 0;
  wasm.Instance = class {
    constructor(...given: never[]) {
      count++;
      // biome-ignore lint/correctness/noConstructorReturn: the platform's own object is what is wanted.
      return new Instance(...given);
    }
  };
  try {
    work();
  } finally {
    wasm.Instance = Instance;
  }
  return count;
}

describe("an instance", () => {
  test("serves frame after frame", () => {
    const engine = new Engine(module);
    expect(
      countInstances(() => {
        for (let i = 0; i < 5; i++) readTable(engine, [parquet], [3]);
      }),
    ).toBe(0);
  });

  test("is kept after what the engine refuses", () => {
    const engine = new Engine(module);
    expect(
      countInstances(() => {
        expect(() => readTable(engine, [new Uint8Array(20)], [1])).toThrow(
          expect.objectContaining({ code: "encoder-decode-failed" }),
        );
        expect(readTable(engine, [parquet], [3]).children).toHaveLength(4);
      }),
    ).toBe(0);
  });

  test("is replaced after a trap, which is an error like any other", () => {
    const engine = new Engine(module);
    const { table } = frameOf("pandas3-ints");
    const noColumns = joined(ipcPieces({ schema: { ...table.schema, fields: [] }, children: [] }));
    expect(
      countInstances(() => {
        expect(() => writeStream(engine, [noColumns])).toThrow(
          expect.objectContaining({
            code: "encoder-encode-failed",
            message: expect.stringMatching(/RuntimeError/),
          }),
        );
        expect(readTable(engine, [parquet], [3]).children).toHaveLength(4);
      }),
    ).toBe(1);
  });

  test("that grew large serves the next large frame as well", () => {
    const values = Float64Array.from({ length: 4_000_000 }, (_, i) => i / 7);
    const { table, length } = createDataFrame({ columns: { x: values } });
    const engine = new Engine(module);
    const made = countInstances(() => {
      for (let i = 0; i < 2; i++) {
        const written = writeStream(engine, ipcPieces(table));
        const [column] = readTable(
          engine,
          [written],
          readFooter(written).rowGroups.map(({ rows }) => rows),
        ).children;
        expect(column?.data.reduce((sum, vector) => sum + vector.length, 0)).toBe(length);
      }
    });
    expect(made).toBe(0);
  });
});

test("a column of categories is given to the engine without its values", () => {
  const { table } = frameOf("pandas3-category-ordered");
  const [column] = withoutCategories(table).children;
  expect(column?.data[0]).toMatchObject({ length: 4, nullCount: 4 });
  expect(column?.data[0]?.dictionary?.data[0]).toMatchObject({ length: 0 });
});
