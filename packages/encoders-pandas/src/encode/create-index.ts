import { ScrapbookError } from "@scrapbook/core";
import { wrongArgument } from "@scrapbook/core/internal";
import type { FrameIndex } from "../frame/frame-index.ts";
import { isTuple, type Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { isList, isSeries } from "./column-source.ts";
import { type CreatedColumn, createColumn } from "./create-column.ts";
import type { IndexInput, IndexLevelInput, RangeInput } from "./frame-input.ts";
import type { DescribedFrame } from "./pandas-metadata.ts";

/** The index of a new frame: what of it is stored, and what is told. */
export interface CreatedIndex {
  readonly columns: readonly CreatedColumn[];
  /** Undefined where the rows are counted from 0. */
  readonly descriptors: DescribedFrame["index"] | undefined;
}

/**
 * @param taken The names of the columns.
 * @throws `usage-argument` for what is no index, `encoder-unsupported` for labels that cannot be kept.
 */
export function createIndex(input: IndexInput | undefined, taken: readonly string[]): CreatedIndex {
  if (input === undefined) return { columns: [], descriptors: undefined };
  const range = rangeOf(input);
  if (range !== undefined) return { columns: [], descriptors: [range] };
  const names = [...taken];
  const columns = levelsOf(input).map(({ name = null, values, dtype }, i) => {
    const fieldName = levelField(name, i, names);
    names.push(fieldName);
    return createColumn(isTuple(name) ? pythonString(name) : name, fieldName, values, dtype);
  });
  return { columns, descriptors: columns.map(({ fieldName }) => fieldName) };
}

function rangeOf(input: IndexInput): Exclude<DescribedFrame["index"][number], string> | undefined {
  const own = (input as Partial<FrameIndex>).range;
  const [name] = (input as Partial<FrameIndex>).names ?? [];
  const given: RangeInput | undefined =
    own !== undefined && !isSeries(input)
      ? { ...own, name: name as string | null }
      : "stop" in input
        ? input
        : undefined;
  if (given === undefined) return undefined;
  const { start = 0, stop, step = 1 } = given;
  if ([start, stop, step].every(Number.isSafeInteger) && step !== 0) {
    return { name: given.name ?? null, start, stop, step };
  }
  throw new ScrapbookError("usage-argument", {
    what: "A range index has integers, and a step that is not 0",
    got: `${start}, ${stop}, ${step}`,
  });
}

function levelsOf(input: IndexInput): readonly IndexLevelInput[] {
  if (isList(input)) return [{ values: input }];
  const levels: unknown = "levels" in input ? input.levels : [input];
  if (Array.isArray(levels) && levels.length > 0 && levels.every(isLevel)) {
    return levels.map((level) =>
      isSeries(level) ? { name: level.name, values: level } : (level as IndexLevelInput),
    );
  }
  throw wrongArgument(
    "There is no index in what was given as index",
    input,
    "a list of labels, { values, name }, { stop }, { levels: [{ values }, …] }, or frame.index",
  );
}

const isLevel = (level: unknown): boolean =>
  isSeries(level) || (typeof level === "object" && level !== null && "values" in level);

/** pyarrow's rule: a level without a name, or with a column's name, gets one of its own. */
function levelField(name: Label, level: number, taken: readonly string[]): string {
  const own = name === null ? undefined : pythonString(name);
  if (own !== undefined && !taken.includes(own)) return own;
  let number = level;
  while (taken.includes(`__index_level_${number}__`)) number++;
  return `__index_level_${number}__`;
}
