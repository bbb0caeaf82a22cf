import { wrongArgument } from "@scrapbook/core/internal";
import { readFrame } from "../decode/frame.ts";
import type { FrameColumn, FrameData } from "./frame-data.ts";

/** The frame with some of its columns alone, in the given order. The index stays. */
export function selectColumns(frame: FrameData, columns: readonly FrameColumn[]): FrameData {
  const { schema, children } = frame.table;
  const index = frame.indexSources.flatMap((source) => ("field" in source ? [source.field] : []));
  const kept = [...columns.map(({ at }) => at), ...index];
  const pick = <T>(all: readonly T[]): T[] => kept.map((at) => all[at] as T);
  const table = { schema: { ...schema, fields: pick(schema.fields) }, children: pick(children) };
  return readFrame(table, frame.length, pick(frame.dtypes));
}

/** @throws `usage-argument` for what is no list of labels, such as one label alone. */
export function checkLabels(taker: string, labels: unknown): void {
  if (Array.isArray(labels)) return;
  throw wrongArgument(`${taker} takes a list of columns`, labels, 'such as ["close", "high"]');
}
