import { expect, test } from "vitest";
import { scan } from "../json/scan.ts";
import { utf8Decoder } from "../platform.ts";
import { encode } from "../testing/json-text.ts";
import type { OutputOutline } from "./outline.ts";
import { readOutput } from "./read-output.ts";
import { bytesOf, keepCopies, keepFile } from "./region.ts";

const output = `{"data":{"application/scrapbook.scrap.json+json":{"name":"x","data":[1,2],"encoder":"json","version":1}},
  "metadata":{"scrapbook":{"name":"x"}},"output_type":"display_data"}`;

test.each([keepFile, keepCopies])("an output is read from a window of a file: %o", (keeper) => {
  const bytes = encode(output);
  const tape = scan(bytes);
  const base = 5_000_000_123;
  const { keep, finish } = keeper(bytes, tape, base);
  const context = { bytes, tape, offsetOf: (at: number) => base + at, keep };
  const found = readOutput(context, -1, 1, 2, true)?.output as OutputOutline;
  finish(new Uint32Array(0));
  const { region, span, bundle, scrapbook } = found;
  expect(span).toEqual({ start: base, end: base + bytes.length });
  const textOf = (part: typeof span) => utf8Decoder.decode(bytesOf(region, part));
  expect(textOf(span)).toBe(output);
  expect(scrapbook && textOf(scrapbook)).toBe('{"name":"x"}');
  const data = bundle[0]?.members?.find(({ key }) => key === "data");
  expect(data && textOf(data)).toBe("[1,2]");
});
