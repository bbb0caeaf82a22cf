import { type JsonObject, type JsonValue, parseJson, stringifyJson } from "@scrapbook/core";
import { wrongArgument } from "@scrapbook/core/internal";
import { sliceTable } from "../arrow/slice.ts";
import { readFrame } from "../decode/frame.ts";
import type { FrameData } from "./frame-data.ts";
import type { Range } from "./frame-index.ts";

/** The rows `start` to `end` of a frame; `end` lies within it. */
export function sliceFrame(frame: FrameData, start: number, end: number): FrameData {
  const { schema, children } = sliceTable(frame.table, start, end);
  const pandas = schema.metadata?.get("pandas");
  const metadata =
    pandas === undefined
      ? schema.metadata
      : new Map(schema.metadata).set("pandas", withRanges(pandas, frame, start, end));
  return readFrame({ schema: { ...schema, metadata }, children }, end - start, frame.dtypes);
}

/** The pandas metadata with its ranges cut to the rows. */
function withRanges(text: string, frame: FrameData, start: number, end: number): string {
  const json = parseJson(text) as JsonObject;
  const ranges = frame.indexSources.flatMap((source) => ("range" in source ? [source] : []));
  if (ranges.length === 0) return text;
  let next = 0;
  const columns = (json.index_columns as readonly JsonValue[]).map((index) =>
    typeof index === "object" && index !== null && ranges[next] !== undefined
      ? { ...index, ...slicedRange((ranges[next++] as { range: Range }).range, start, end) }
      : index,
  );
  return stringifyJson({ ...json, index_columns: columns }, { nonFinite: "literal" });
}

const slicedRange = ({ start, step }: Range, from: number, to: number): Range => ({
  start: start + from * step,
  stop: start + to * step,
  step,
});

/** @throws `usage-argument` for what is no number: a frame of `NaN` rows would hold nothing, without a word. */
export function checkPlace(row: unknown): void {
  if (typeof row === "number" && !Number.isNaN(row)) return;
  throw wrongArgument("head, tail and slice take numbers of rows", row, "a whole number");
}
