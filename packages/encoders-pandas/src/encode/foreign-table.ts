import { type ArrowField, type ArrowType, typeId } from "../arrow/type.ts";
import type { ArrowTable } from "../arrow/vector.ts";
import { restoredDtype } from "../metadata/dtype.ts";
import { type DescribedColumn, pandasMetadata } from "./pandas-metadata.ts";

/**
 * The same table with pandas metadata. One that has it keeps it; of any other, each column gets the
 * dtype that keeps its values: integers and booleans with nulls `Int64` and `boolean`, where pandas
 * on its own would make floats and objects of them. Rows are counted from 0.
 */
export function describedTable(table: ArrowTable, rows: number): ArrowTable {
  const { schema, children } = table;
  if (schema.metadata?.has("pandas") === true) return table;
  const columns = schema.fields.map((field, i): DescribedColumn => {
    const data = children[i]?.data ?? [];
    const hasNulls = data.some(({ nullCount }) => nullCount > 0);
    return {
      name: field.name,
      fieldName: field.name,
      type: field.type,
      numpyType: hasNulls ? nullableDtype(field) : numpyDtype(field, false),
      categories: data[0]?.dictionary?.data[0]?.length,
    };
  });
  const metadata = pandasMetadata({
    columns,
    index: [{ name: null, start: 0, stop: rows, step: 1 }],
    levels: [{ name: null, pandasType: "unicode", numpyType: "str", timezone: null }],
    attrs: {},
  });
  return {
    schema: { ...schema, metadata: new Map([...(schema.metadata ?? []), ...metadata]) },
    children,
  };
}

function nullableDtype(field: ArrowField): string {
  const { type } = field;
  if (type.typeId === typeId.bool) return "boolean";
  if (type.typeId === typeId.int) return `${type.signed ? "Int" : "UInt"}${type.bitWidth}`;
  return numpyDtype(field, true);
}

/** The dtype without a time zone, which the metadata keeps apart. */
function numpyDtype(field: ArrowField, hasNulls: boolean): string {
  return restoredDtype(field, hasNulls, undefined, 3).replace(/^(datetime64\[\w+),.*\]$/, "$1]");
}

/** Types of an Arrow table that Parquet has not, or that pandas does not read. */
export function isKnownType(type: ArrowType): boolean {
  const children = "children" in type ? (type.children ?? []) : [];
  return known.has(type.typeId) && children.every((child) => isKnownType(child.type));
}

const known: ReadonlySet<number> = new Set(
  Object.entries(typeId).flatMap(([name, id]) =>
    ["interval", "union", "runEndEncoded", "listView", "largeListView"].includes(name) ? [] : [id],
  ),
);
