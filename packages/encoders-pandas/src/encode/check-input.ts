import { ScrapbookError } from "@scrapbook/core";
import {
  checkOptions,
  describeValue,
  nearNames,
  type OptionRules,
  orList,
  wrongArgument,
} from "@scrapbook/core/internal";
import { isList, isSeries } from "./column-source.ts";
import type { FrameInput, RowsInput } from "./frame-input.ts";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isPlain = (value: unknown): boolean => isObject(value) && !isList(value);

const rules: OptionRules = {
  columns: {
    expected: "an object of columns by name, or pairs of a label and values",
    fits: isObject,
  },
  dtypes: { expected: "an object of dtypes by column name", fits: isPlain },
  index: {
    expected: "a list of labels, { values, name }, { stop }, { levels }, or the index of a frame",
    fits: isObject,
  },
  columnLevels: { expected: "a list, such as [{ name: 'symbol' }]", fits: Array.isArray },
  attrs: { expected: "an object of JSON", fits: isPlain },
};

/** What a frame is made of, in one example. */
const example = "createDataFrame({ columns: { close: [1.5, 2.5] } })";

/**
 * Checks the shape of what a frame shall be made of, so that a mistake is told by what to write.
 *
 * @throws `usage-argument`.
 */
export function checkFrameInput(input: unknown): asserts input is FrameInput {
  if (!isObject(input) || isList(input)) {
    throw wrongArgument("createDataFrame makes a frame of columns, or of rows", input, example);
  }
  const { columns } = input as { readonly columns?: unknown };
  if (columns instanceof Promise) {
    const expected = "what the promise gives: await it";
    throw wrongArgument("The columns of the frame are not there yet", columns, expected);
  }
  if (columns === undefined) {
    const [first] =
      Object.entries(input).find(([, value]) => isList(value) || isSeries(value)) ?? [];
    throw wrongArgument(
      "createDataFrame takes the columns under the name columns",
      input,
      first === undefined
        ? example
        : `createDataFrame({ columns: { ${first.slice(0, 40)}: […] } })`,
    );
  }
  checkOptions("createDataFrame", input, rules);
}

/** @throws `usage-argument` for rows that are no objects. */
export function checkRows(rows: readonly unknown[]): asserts rows is RowsInput {
  for (const [i, row] of rows.entries()) {
    if (isPlain(row)) continue;
    throw wrongArgument(
      `Row ${i} is no object`,
      row,
      "rows such as { close: 1.5 }",
      `Lists of values are columns: ${example}.`,
    );
  }
}

/** @throws `usage-argument` for what is no dtype, and for the dtype of a column that is not there. */
export function checkDtypes(
  dtypes: NonNullable<FrameInput["dtypes"]>,
  columns: readonly string[],
): void {
  const known = new Set(columns);
  for (const [name, dtype] of Object.entries<unknown>(dtypes)) {
    if (typeof dtype === "string" || dtype === undefined || isPlain(dtype)) continue;
    throw wrongArgument(
      `The dtype of the column ${JSON.stringify(name.slice(0, 80))} is not right`,
      dtype,
      "a name such as 'int64', or an object such as { categories: ['a', 'b'] }",
    );
  }
  const unknown = Object.keys(dtypes).find((name) => !known.has(name));
  if (unknown === undefined) return;
  const near = nearNames(unknown, columns);
  throw new ScrapbookError("usage-argument", {
    what: "There is a dtype for a column that the frame does not have",
    got: describeValue(unknown),
    hint: near.length > 0 ? `Did you mean ${orList(near)}?` : undefined,
  });
}
