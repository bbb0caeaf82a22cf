import { type JsonObject, type JsonValue, ScrapbookError, stringifyJson } from "@scrapbook/core";
import { type ArrowType, typeId } from "../arrow/type.ts";
import type { Range } from "../frame/frame-index.ts";

/** A column, or a level of the index, as the metadata describes it. */
export interface DescribedColumn {
  readonly name: JsonValue;
  readonly fieldName: string;
  readonly type: ArrowType;
  readonly numpyType: string;
  /** How many categories it has, if it has any. */
  readonly categories: number | undefined;
}

/** A level of the column labels, as the metadata describes it. */
export interface DescribedLevel {
  readonly name: JsonValue;
  readonly pandasType: string;
  readonly numpyType: string;
  readonly timezone: string | null;
}

/** What the metadata of a frame says. */
export interface DescribedFrame {
  readonly columns: readonly DescribedColumn[];
  readonly index: readonly (string | (Range & { readonly name: JsonValue }))[];
  readonly levels: readonly DescribedLevel[];
  readonly attrs: JsonObject;
}

/**
 * The schema metadata from which pandas restores a frame. It stands in the Arrow schema: what is in
 * Parquet's own key-values alone pandas does not look at.
 *
 * @throws `encoder-unsupported` for attrs that are no JSON.
 */
export function pandasMetadata(frame: DescribedFrame): ReadonlyMap<string, string> {
  const attrs = attrsText(frame.attrs);
  const metadata = new Map([
    [
      "pandas",
      stringifyJson(
        {
          index_columns: frame.index.map((index) =>
            typeof index === "string"
              ? index
              : {
                  kind: "range",
                  name: index.name,
                  start: index.start,
                  stop: index.stop,
                  step: index.step,
                },
          ),
          column_indexes: frame.levels.map(levelJson),
          columns: frame.columns.map(columnJson),
          attributes: frame.attrs,
          creator: { library: "@scrapbook/encoders-pandas" },
          pandas_version: "3.0.0",
        },
        { nonFinite: "literal" },
      ),
    ],
  ]);
  if (Object.keys(frame.attrs).length > 0) metadata.set("PANDAS_ATTRS", attrs);
  return metadata;
}

function attrsText(attrs: JsonObject): string {
  try {
    return stringifyJson(attrs, { nonFinite: "literal" });
  } catch (cause) {
    throw new ScrapbookError("encoder-unsupported", {
      what: "The frame's attrs are not JSON",
      got: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

const levelJson = ({ name, pandasType, numpyType, timezone }: DescribedLevel): JsonObject => ({
  name,
  field_name: name,
  pandas_type: pandasType,
  numpy_type: numpyType,
  metadata:
    pandasType === "unicode" ? { encoding: "UTF-8" } : timezone === null ? null : { timezone },
});

const columnJson = ({
  name,
  fieldName,
  type,
  numpyType,
  categories,
}: DescribedColumn): JsonObject => ({
  name,
  field_name: fieldName,
  pandas_type: pandasType(type),
  numpy_type: type.typeId === typeId.dictionary ? `int${type.indices.bitWidth}` : numpyType,
  metadata: details(type, categories),
});

/** What pyarrow calls a type: `get_logical_type` of its `pandas_compat.py`. */
function pandasType(type: ArrowType): string {
  switch (type.typeId) {
    case typeId.null:
      return "empty";
    case typeId.bool:
      return "bool";
    case typeId.int:
      return `${type.signed ? "int" : "uint"}${type.bitWidth}`;
    case typeId.float:
      return `float${16 << type.precision}`;
    case typeId.utf8:
      return "unicode";
    case typeId.binary:
      return "bytes";
    case typeId.date:
      return "date";
    case typeId.time:
      return "time";
    case typeId.timestamp:
      return type.timezone === null ? "datetime" : "datetimetz";
    case typeId.decimal:
      return "decimal";
    case typeId.dictionary:
      return "categorical";
    case typeId.list:
      return `list[${type.children[0] ? pandasType(type.children[0].type) : "empty"}]`;
    default:
      return "object";
  }
}

function details(type: ArrowType, categories = 0): JsonValue {
  switch (type.typeId) {
    case typeId.timestamp:
      return type.timezone === null ? null : { timezone: type.timezone };
    case typeId.decimal:
      return { precision: type.precision, scale: type.scale };
    case typeId.dictionary:
      return { num_categories: categories, ordered: type.ordered };
    default:
      return null;
  }
}
