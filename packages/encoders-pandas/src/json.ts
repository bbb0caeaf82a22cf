import { floatText, ScrapbookError } from "@scrapbook/core";
import {
  aCount,
  checkOptions,
  encodeBase64,
  type OptionRules,
  oneOf,
} from "@scrapbook/core/internal";
import { type ArrowType, typeId } from "./arrow/type.ts";
import type { Cell } from "./frame/cell.ts";
import { checkFrame, type DataFrame, indexColumns } from "./frame/data-frame.ts";
import type { Series } from "./frame/series.ts";
import { isTuple, type Label } from "./metadata/label.ts";
import { pythonString, quoted } from "./metadata/python-repr.ts";
import { JsonMembers, jsonText } from "./text/json-text.ts";

/** The shapes of `DataFrame.to_json`. */
export type JSONOrient = "columns" | "index" | "records" | "split" | "values" | "table";

/** Options of {@link toJSON}, named as `DataFrame.to_json` names them. */
export interface JSONOptions {
  /**
   * The shape. `"columns"`: `{column: {index: value}}`. `"index"`: `{index: {column: value}}`.
   * `"records"`: `[{column: value}]`. `"split"`: `{columns, index, data}`. `"values"`: `[[value]]`.
   * `"table"`: `{schema, data}`, with the dtypes. Default `"columns"`.
   */
  readonly orient?: JSONOrient | undefined;
  /** Spaces of one level of indentation. Default none: all in one line. */
  readonly indent?: number | undefined;
}

const rules: OptionRules = {
  orient: /* @__PURE__ */ oneOf("columns", "index", "records", "split", "values", "table"),
  indent: /* @__PURE__ */ aCount(0),
};

/**
 * The frame as JSON, in the shapes and with the names of `DataFrame.to_json(date_format="iso")`.
 * Nothing is rounded: floats have all their digits, integers all of theirs, and times too, in ISO 8601.
 * Missing values, NaN and the infinities are null, as pandas has them; bytes are base64.
 *
 * @throws `usage-argument` for rows of the same label where labels are keys.
 */
export function toJSON(frame: DataFrame, options: JSONOptions = {}): string {
  checkFrame("toJSON", frame);
  checkOptions("toJSON", options, rules);
  const { orient = "columns", indent } = options;
  return jsonText(shape(frame, orient), indent);
}

/** Named values, in order. */
const members = (names: readonly string[], value: (i: number) => unknown): JsonMembers =>
  new JsonMembers(names.map((name, i) => [name, value(i)]));

function shape(frame: DataFrame, orient: JSONOrient): unknown {
  const keys = columnKeys(frame);
  const columns = frame.series.map(jsonCells);
  const row = (i: number) => columns.map((cells) => cells[i]);
  const rows = <T>(make: (i: number) => T) =>
    Array.from({ length: frame.length }, (_, i) => make(i));
  switch (orient) {
    case "columns": {
      const labels = rowKeys(frame);
      return members(keys, (i) => members(labels, (at) => columns[i]?.[at]));
    }
    case "index":
      return members(rowKeys(frame), (at) => members(keys, (i) => columns[i]?.[at]));
    case "records":
      return rows((at) => members(keys, (i) => columns[i]?.[at]));
    case "split": {
      const levels = frame.index.levels.map(jsonCells);
      const label = (i: number) =>
        levels.length > 1 ? levels.map((cells) => cells[i]) : levels[0]?.[i];
      return new JsonMembers([
        ["columns", frame.columns],
        ["index", rows(label)],
        ["data", rows(row)],
      ]);
    }
    case "values":
      return rows(row);
    case "table":
      return table(frame, columns);
  }
}

/** The cells of a column as JSON values; floats keep their point. */
function jsonCells(series: Series): unknown[] {
  const json = jsonCell(series.arrowType as ArrowType);
  const cells = series.toArray();
  if (series.dtype === "float64" && series.arrowType.typeId === typeId.int) {
    return cells.map((cell) => (cell === null ? null : floatText(Number(cell))));
  }
  return cells.map(json);
}

function jsonCell(type: ArrowType): (cell: Cell) => unknown {
  switch (type.typeId) {
    case typeId.float:
      return (cell) => (Number.isFinite(cell) ? floatText(cell as number) : null);
    case typeId.dictionary:
      return jsonCell(type.dictionary);
    case typeId.list:
    case typeId.largeList:
    case typeId.fixedSizeList: {
      const item = jsonCell(type.children?.[0]?.type ?? { typeId: typeId.null });
      return (cell) => (cell === null ? null : (cell as readonly Cell[]).map(item));
    }
    case typeId.struct: {
      const items = type.children.map((child) => jsonCell(child.type));
      const names = type.children.map(({ name }) => name);
      return (cell) =>
        cell === null
          ? null
          : members(names, (i) =>
              items[i]?.((cell as Record<string, Cell>)[names[i] as string] ?? null),
            );
    }
    default:
      return (cell) => (cell instanceof Uint8Array ? encodeBase64(cell) : cell);
  }
}

/** Labels of columns as keys. */
const columnKeys = (frame: DataFrame): string[] =>
  frame.columns.map((label, i) => (isTuple(label) ? labelKey(label) : (frame.keys[i] as string)));

/** Labels of rows as keys. */
function rowKeys(frame: DataFrame): string[] {
  const keys = frame.index.toArray().map((label) => labelKey(label as Label));
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) {
      throw new ScrapbookError("usage-argument", {
        what: "Two rows have the same label, so labels cannot be keys",
        got: JSON.stringify(key),
        hint: 'orient: "records", "split" or "table" keep them all.',
      });
    }
    seen.add(key);
  }
  return keys;
}

/** A tuple is a key as Python writes it: `('a', 1)`. */
const labelKey = (label: Label): string =>
  isTuple(label)
    ? `(${label.map((part) => (typeof part === "string" ? quoted(part) : pythonString(part))).join(", ")})`
    : pythonString(label);

/** https://specs.frictionlessdata.io/table-schema/, as pandas fills it in. */
function table(frame: DataFrame, columns: readonly (readonly unknown[])[]): unknown {
  const levels = indexColumns(frame.index);
  const cells = [...levels.map(({ series }) => jsonCells(series)), ...columns];
  const keys = [...levels.map(({ key }) => key), ...columnKeys(frame)];
  const series = [...levels.map((level) => level.series), ...frame.series];
  const names = [...levels.map(({ key }) => key), ...frame.columns];
  return new JsonMembers([
    [
      "schema",
      new JsonMembers([
        ["fields", series.map((one, i) => fieldSchema(names[i] as Label, one))],
        ["primaryKey", levels.map(({ key }) => key)],
        ["pandas_version", "1.4.0"],
      ]),
    ],
    [
      "data",
      Array.from({ length: frame.length }, (_, row) => members(keys, (i) => cells[i]?.[row])),
    ],
  ]);
}

function fieldSchema(name: Label, series: Series): JsonMembers {
  const { dtype } = series;
  if (dtype === "category") {
    const { categories, ordered } = series.toValues({ times: "iso" });
    return new JsonMembers([
      ["name", name],
      ["type", "any"],
      ["constraints", new JsonMembers([["enum", categories ?? []]])],
      ["ordered", ordered === true],
    ]);
  }
  const timezone = /^datetime64\[\w+, (.*)\]$/.exec(dtype)?.[1];
  const extension = extensionName(dtype);
  return new JsonMembers([
    ["name", name],
    ["type", schemaType(dtype)],
    ...(timezone === undefined ? [] : [["tz", timezone] as const]),
    ...(extension === undefined ? [] : [["extDtype", extension] as const]),
  ]);
}

/** The dtypes that pandas calls extensions, by the names it gives them. */
function extensionName(dtype: string): string | undefined {
  if (dtype.startsWith("interval")) return "interval";
  return /^(U?Int\d+|Float\d+|boolean|string|str)$|\[pyarrow\]$/.test(dtype) ? dtype : undefined;
}

function schemaType(dtype: string): string {
  if (/^[uU]?[iI]nt\d+/.test(dtype)) return "integer";
  if (/^([fF]loat\d|float\[|double\[|halffloat\[)/.test(dtype)) return "number";
  if (/^bool/.test(dtype)) return "boolean";
  if (dtype.startsWith("datetime64")) return "datetime";
  if (dtype.startsWith("timedelta64")) return "duration";
  return /^(object|str|string|large_string)/.test(dtype) ? "string" : "any";
}
