import type { DataFrame } from "@scrapbook/encoders-pandas";
import { toCSV } from "@scrapbook/encoders-pandas/csv";

/**
 * A DataFrame as CSV for a person to change: the index first, unless it only counts the rows from 0,
 * then the columns, all under one line of names.
 */
export function csvOfFrame(frame: DataFrame): string {
  const index = showsIndex(frame);
  const names = [...(index ? indexNames(frame) : []), ...frame.keys];
  return `${names.map(field).join(",")}\n${toCSV(frame, { index, header: false })}`;
}

/** Whether the index says more than the rows' numbers. Without columns it is all there is. */
export const showsIndex = (frame: DataFrame): boolean =>
  frame.series.length === 0 || !countsRows(frame);

/** Whether the index is 0, 1, 2… without a name, as pandas makes it. */
export function countsRows({ index }: DataFrame): boolean {
  const { range, names } = index;
  return range?.start === 0 && range.step === 1 && names[0] === null;
}

/** What the levels of the index are called, and where they have no name what `reset_index` calls them. */
export function indexNames({ index, keys }: DataFrame): string[] {
  const isAlone = index.names.length === 1 && !keys.includes("index");
  return index.names.map((name, level) => {
    if (name !== null) return typeof name === "string" ? name : JSON.stringify(name);
    return isAlone ? "index" : `level_${level}`;
  });
}

const field = (text: string) =>
  text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
