import { ScrapbookError } from "@scrapbook/core";
import { createDataFrame, type DataFrame, type FrameInput } from "@scrapbook/encoders-pandas";
import { columnLike, columnOf } from "./column-like.ts";
import { countsRows, indexNames, showsIndex } from "./csv-of-frame.ts";
import { checkNames, csvRecords } from "./csv-records.ts";
import { indexLike } from "./index-like.ts";
import { knownColumns } from "./known-columns.ts";
import { matchRows } from "./match-rows.ts";

/** A frame that takes the place of another. */
export interface FrameLike {
  readonly frame: DataFrame;
  /** What of the other is not kept, in words. */
  readonly notes: readonly string[];
}

/** How strictly the other frame is kept to. */
export interface FrameLikeOptions {
  /** Whether a CSV without the other's index is refused. Default `false`: the rows are counted from 0. */
  readonly needsIndex?: boolean | undefined;
}

/**
 * A DataFrame from CSV that takes the place of another. It has the other's index (kind, names and
 * dtypes) where the CSV begins with it, the other's attrs, and for columns of the same name their
 * labels and dtypes where all values fit; else they are typed as pandas' `read_csv` does.
 *
 * @throws `usage-argument` for what is no CSV, and for labels that do not fit the index.
 */
export function frameLike(
  other: DataFrame,
  bytes: Uint8Array,
  { needsIndex = false }: FrameLikeOptions = {},
): FrameLike {
  const { head, rows } = csvRecords(bytes);
  const depth = indexDepth(other, head);
  if (needsIndex && depth === 0 && showsIndex(other)) throw noIndex(other, head);
  const texts = (at: number) => rows.map((row) => row[at] ?? "");
  const names = head.slice(depth);
  checkNames(names);
  const known = knownColumns(other);
  const levels = head.slice(0, depth).map((_, level) => texts(level));
  const given = names.map((name, i) => ({
    name,
    texts: texts(depth + i),
    known: known.columns.get(name),
  }));
  const rowsBefore = matchRows(rows.length, [
    ...levels.map((now, level) => ({ now, before: known.levels[level]?.texts ?? [] })),
    ...given.flatMap(({ texts: now, known: column }) =>
      column === undefined ? [] : [{ now, before: column.texts }],
    ),
  ]);
  const columns = given.map(({ name, texts: now, known: column }) => {
    const like = column && columnLike(column, now, rowsBefore);
    return [column?.label ?? name, like ?? columnOf(now)] as const;
  });
  const frame = createDataFrame({
    columns,
    index: depth === 0 ? undefined : indexLike(other, { levels, known: known.levels, rowsBefore }),
    columnLevels: columnLevels(other, names),
    attrs: other.attrs,
  });
  return { frame, notes: [...indexNotes(other, depth), ...dtypeNotes(other, frame)] };
}

/** How many columns of the CSV are the index: none where it is not there under its names. */
function indexDepth(other: DataFrame, head: readonly string[]): number {
  // pandas writes an index that has no name under no name.
  const isThere = indexNames(other).every(
    (name, level) => head[level] === "" || (showsIndex(other) && head[level] === name),
  );
  return isThere ? other.index.levels.length : 0;
}

/** The dtypes of labels are told where all labels are the other's. */
function columnLevels(other: DataFrame, names: readonly string[]): FrameInput["columnLevels"] {
  if (names.length === 0) return undefined;
  if (names.every((name) => other.keys.includes(name))) return other.columnLevels;
  return other.columnLevels.map(({ name }) => ({ name }));
}

function indexNotes(other: DataFrame, depth: number): string[] {
  if (depth > 0 || countsRows(other)) return [];
  return [`the index ${indexNames(other).join(", ")} is gone: the CSV does not begin with it`];
}

const dtypeNotes = (other: DataFrame, { dtypes }: DataFrame): string[] =>
  Object.entries(other.dtypes).flatMap(([key, before]) => {
    const now = Object.hasOwn(dtypes, key) ? dtypes[key] : before;
    return now === before ? [] : [`the column ${key} was ${before} and is ${now} now`];
  });

const noIndex = (other: DataFrame, head: readonly string[]) =>
  new ScrapbookError("usage-argument", {
    what: "The CSV does not begin with the index of the DataFrame",
    got: head.slice(0, other.index.levels.length).join(",").slice(0, 80),
    expected: indexNames(other).join(",").slice(0, 80),
    hint: "Leave the index first and under its name. For another one use scrapbook set --csv.",
  });
