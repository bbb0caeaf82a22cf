import { type Scrapbook, ScrapbookError } from "@scrapbook/core";
import { nearNames, orList } from "@scrapbook/core/internal";
import { jsonText } from "../output/json-text.ts";
import type { Cell, Rows } from "../output/rows.ts";

/** What of a scrapbook a table shows, and how. */
export interface WideRowsOptions {
  readonly columns?: readonly string[] | undefined;
  readonly params?: boolean | undefined;
  readonly run?: boolean | undefined;
  readonly flatten?: boolean | undefined;
  readonly onlyDiffering?: boolean | undefined;
  readonly sort?: string | undefined;
}

/**
 * One row per notebook.
 *
 * @throws `usage-argument` for a column that no notebook has.
 */
export function wideRows(book: Scrapbook, options: WideRowsOptions): Rows {
  const { params = false, run = false, flatten = false } = options;
  const wanted = flatten && options.columns === undefined ? allNames(book) : options.columns;
  const table = book.table(wanted, { parameters: params, run });
  const records = table.rows().map((row) => (flatten ? flat(row) : row));
  let columns = flatten ? namesOf(records) : [...(table.columns as string[])];
  if (options.sort !== undefined) sortRecords(records, columns, options.sort);
  if (options.onlyDiffering === true)
    columns = columns.filter((name) => name === "key" || differs(records, name));
  const numeric = new Set(columns.filter((name) => records.some((row) => isNumber(row[name]))));
  return { columns, numeric, rows: records.map((row) => columns.map((name) => toCell(row[name]))) };
}

type Row = Record<string, unknown>;

const allNames = (book: Scrapbook): string[] => [
  ...new Set([...book.values()].flatMap((notebook) => [...notebook.scraps.data.keys()])),
];

const namesOf = (records: readonly Row[]): string[] => [
  ...new Set(records.flatMap((row) => Object.keys(row))),
];

const isNumber = (value: unknown) => typeof value === "number" || typeof value === "bigint";

/** Members of objects become columns of their own, named by their path. */
function flat(row: Row): Row {
  const members: [string, unknown][] = [];
  const waiting = Object.entries(row).reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const [name, value] = entry;
    const isObject =
      typeof value === "object" && value !== null && !Array.isArray(value) && !("rows" in value);
    if (!isObject) members.push([name, value]);
    else {
      const inner = Object.entries(value).map(([key, it]): [string, unknown] => [
        `${name}.${key}`,
        it,
      ]);
      for (const it of inner.reverse()) waiting.push(it);
    }
  }
  return Object.fromEntries(members);
}

function differs(records: readonly Row[], name: string): boolean {
  const texts = new Set(records.map((row) => String(toCell(row[name]))));
  return texts.size > 1;
}

function toCell(value: unknown): Cell {
  if (typeof value !== "object" || value === null) return value as Cell;
  if ("rows" in value && "length" in value && "columns" in value) {
    return `${value.length as number} rows × ${(value.columns as unknown[]).length} columns`;
  }
  return jsonText(value, { allowNan: true });
}

function sortRecords(records: Row[], columns: readonly string[], by: string): void {
  const isDown = by.startsWith("-") && !columns.includes(by);
  const name = isDown ? by.slice(1) : by;
  if (!columns.includes(name)) {
    const near = nearNames(name, [...columns]);
    throw new ScrapbookError("usage-argument", {
      what: "There is no such column to sort by",
      got: JSON.stringify(name.slice(0, 80)),
      expected: near.length > 0 ? orList(near) : undefined,
    });
  }
  const sign = isDown ? -1 : 1;
  records.sort((one, other) => compare(one[name], other[name], sign));
}

/** Numbers by value, other things by their text; what is not there comes last, either way round. */
function compare(one: unknown, other: unknown, sign: number): number {
  const isMissing = (value: unknown) =>
    value === undefined || value === null || Number.isNaN(value);
  if (isMissing(one) || isMissing(other)) return Number(isMissing(one)) - Number(isMissing(other));
  if (isNumber(one) && isNumber(other)) {
    return (
      sign *
      ((one as number) < (other as number) ? -1 : (one as number) > (other as number) ? 1 : 0)
    );
  }
  const [left, right] = [String(toCell(one)), String(toCell(other))];
  return sign * (left < right ? -1 : left > right ? 1 : 0);
}
