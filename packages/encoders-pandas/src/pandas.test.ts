import { readFileSync } from "node:fs";
import { parseNotebook } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { pandas, parquetBytes } from "./pandas.ts";
import { frameOf, parquetOf, payload } from "./testing/payload.ts";

const notebook = (kind: string) =>
  parseNotebook(
    readFileSync(new URL(`../../../conformance/notebooks/pandas/${kind}.ipynb`, import.meta.url)),
    { encoders: [pandas()] },
  );

describe("the encoder", () => {
  test("gives a scrap's frame, typed by the factory itself", () => {
    const scrap = notebook("pandas3-named-index").scraps.get("frame");
    const frame = scrap?.as(pandas);
    expect(frame?.head().rows({ index: true })).toEqual([
      { row: "r1", x: 1 },
      { row: "r2", x: 2 },
    ]);
  });

  test("puts the path of the scrap into its errors", () => {
    const result = notebook("pandas3-broken-base64-stray").scraps.get("frame")?.tryData();
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: "encoder-decode-failed",
        path: "/cells/0/outputs/0/data/application~1scrapbook.scrap.pandas+json",
      },
    });
  });

  test("takes frames, and nothing else", () => {
    const encoder = pandas();
    const frame = frameOf("pandas3-ints");
    expect(encoder.encodable(frame)).toBe(true);
    for (const value of [null, {}, [], "x", { columns: {} }, new Uint8Array(2)]) {
      expect(encoder.encodable(value)).toBe(false);
      expect(() => encoder.encode(value as never)).toThrow(
        expect.objectContaining({ code: "encoder-not-encodable" }),
      );
    }
  });

  test("writes a frame that was read as it stood", () => {
    expect(pandas().encode(frameOf("pandas3-category"))).toBe(payload("pandas3-category"));
  });

  test("refuses more bytes than the limit, before it decodes them", () => {
    const data = payload("pandas3-long-text");
    const tooLarge = expect.objectContaining({ code: "encoder-too-large" });
    expect(() => pandas({ maxBytes: 1000 }).decode(data)).toThrow(tooLarge);
    // A third of what it says it is, decoded.
    expect(() => pandas({ maxBytes: 10_000 }).decode(data)).toThrow(tooLarge);
    expect(pandas({ maxBytes: 100_000 }).decode(data).length).toBe(2);
  });

  test("loads once, where it is asked to", async () => {
    const encoder = pandas();
    await encoder.load();
    await encoder.load();
    expect(encoder.decode(payload("pandas3-ints")).length).toBe(3);
  });
});

describe("the stored file", () => {
  test("is given unchanged", () => {
    expect(parquetBytes(payload("pandas3-ints"))).toEqual(parquetOf("pandas3-ints"));
    expect(frameOf("pandas3-ints").parquetBytes).toEqual(parquetOf("pandas3-ints"));
  });

  test("is not looked into", () => {
    expect(parquetBytes("AAEC")).toEqual(Uint8Array.of(0, 1, 2));
  });

  test.each([undefined, null, 5, ["AAEC"]])("is none where the data is %j", (data) => {
    expect(() => parquetBytes(data)).toThrow(
      expect.objectContaining({ code: "encoder-decode-failed" }),
    );
  });

  test("has its limit as well", () => {
    expect(() => parquetBytes("AAEC", { maxBytes: 2 })).toThrow(
      expect.objectContaining({ code: "encoder-too-large" }),
    );
  });
});
