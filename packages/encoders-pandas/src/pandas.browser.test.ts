/// <reference types="vite/client" />

import wasmUrl from "parquet-wasm/esm/parquet_wasm_bg.wasm?url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { server } from "vitest/browser";
import { createDataFrame, pandas } from "./index.ts";
import { toParquet } from "./parquet.ts";

/** From the repository's root. */
const notebooks = "conformance/notebooks/pandas/";

/** The base64 that real scrapbook glued for a kind. */
async function payload(kind: string): Promise<string> {
  const notebook = JSON.parse(await server.commands.readFile(`${notebooks}${kind}.ipynb`));
  return notebook.cells[0].outputs[0].data["application/scrapbook.scrap.pandas+json"].data;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("in a browser", () => {
  test("frames of real pandas are read once the encoder is loaded", async () => {
    const encoder = pandas({ wasm: wasmUrl });
    const data = await payload("pandas3-category-ordered");
    expect(() => encoder.decode(data)).toThrow(
      expect.objectContaining({ code: "encoder-unavailable" }),
    );
    await encoder.load();
    const frame = encoder.decode(data);
    expect(frame.column("size").toArray()).toEqual(["L", "S", "M", null]);
    expect(frame.toColumns().size?.categories).toEqual(["unused", "S", "M", "L"]);
    expect(encoder.encode(frame)).toBe(data);
  });

  test("frames are written, and read again", async () => {
    const encoder = pandas({ wasm: new URL(wasmUrl, location.href), toParquet });
    await encoder.load();
    const part = encoder.decode(await payload("pandas3-datetime-tz")).slice(2);
    const again = encoder.decode(encoder.encode(part));
    expect(again.rows()).toEqual(part.rows());
    expect(again.index.range).toEqual({ start: 2, stop: 3, step: 1 });
  });

  test("frames that were made are written by the engine that was loaded", async () => {
    await pandas({ wasm: wasmUrl }).load();
    const made = createDataFrame({ columns: { x: [1, 2] } });
    expect(pandas({ wasm: wasmUrl }).decode(pandas().encode(made)).rows()).toEqual(made.rows());
  });

  test("columns of nothing need no wasm to be written", () => {
    expect(toParquet(createDataFrame([{ a: null }])).length).toBeGreaterThan(100);
  });
});

describe("where the Content-Security-Policy forbids wasm", () => {
  test("the directive that allows it is named", async () => {
    const frame = document.createElement("iframe");
    const policy = "script-src 'self' 'unsafe-inline'";
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    // The policy is the frame's, and so it holds for the frame's WebAssembly.
    const { WebAssembly: forbidden } = frame.contentWindow as Window & typeof globalThis;
    vi.stubGlobal("WebAssembly", forbidden);
    // Another URL than above: what was compiled once is not compiled again.
    await expect(pandas({ wasm: `${wasmUrl}?again` }).load()).rejects.toThrow(
      expect.objectContaining({
        code: "encoder-unavailable",
        message: expect.stringContaining("'wasm-unsafe-eval'"),
      }),
    );
    frame.remove();
  });
});
