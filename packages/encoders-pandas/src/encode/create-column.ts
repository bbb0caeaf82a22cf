import type { JsonValue } from "@scrapbook/core";
import { type ArrowField, dictionaryType, typeId } from "../arrow/type.ts";
import type { ArrowColumn } from "../arrow/vector.ts";
import { unsupported } from "../failure.ts";
import { categoryColumn } from "./category.ts";
import { type CellPlace, cellError } from "./cell-error.ts";
import { columnSource } from "./column-source.ts";
import { type Dtype, type Storage, storageOf } from "./dtype.ts";
import type { ColumnInput } from "./frame-input.ts";
import type { DescribedColumn } from "./pandas-metadata.ts";
import { createVector } from "./vector.ts";

/** A column of a new frame: its values, and what is told of them. */
export interface CreatedColumn extends DescribedColumn {
  readonly column: ArrowColumn;
  /** Arrow's metadata of extension types. */
  readonly metadata: ArrowField["metadata"];
}

/**
 * A column of values, or of another frame.
 *
 * @throws `usage-argument`, `encoder-unsupported`.
 */
export function createColumn(
  name: JsonValue,
  fieldName: string,
  values: ColumnInput,
  given: Dtype | undefined,
): CreatedColumn {
  const source = columnSource(fieldName, values, given);
  const { dtype, field } = source;
  const told = (column: ArrowColumn, numpyType: string, metadata: Storage["metadata"]) => ({
    name,
    fieldName,
    type: column.type,
    numpyType,
    categories: column.data[0]?.dictionary?.data[0]?.length,
    column,
    metadata,
  });
  const storage = storageOf(dtype);
  const numpyType = storage?.numpyType ?? (dtype as string);
  if ("column" in source) return told(apart(source.column), numpyType, source.field.metadata);
  const { cells } = source;
  const place = { column: fieldName, dtype: dtypeName(dtype) };
  if (field !== undefined) {
    const { type, metadata } = field;
    return told({ type, data: [createVector(type, cells, place)] }, numpyType, metadata);
  }
  if (storage === undefined) throw unknownDtype(place);
  if (!storage.hasMissing) refuseMissing(cells, place);
  const { type, categories, metadata } = storage;
  const column: ArrowColumn =
    categories === undefined
      ? { type, data: [createVector(type, cells, place)] }
      : categoryColumn(storage, cells, place, dtype !== "category");
  return told(column, numpyType, metadata);
}

/** A column with a dictionary of its own, though it may stand in the frame twice: one object is one dictionary. */
function apart(column: ArrowColumn): ArrowColumn {
  if (column.type.typeId !== typeId.dictionary) return column;
  const { dictionary, indices, ordered } = column.type;
  const type = dictionaryType(dictionary, indices, ordered);
  const data = column.data.map((vector) => ({
    ...vector,
    type,
    ...(vector.dictionary && { dictionary: { ...vector.dictionary, type: type.dictionary } }),
  }));
  return { type, data };
}

const unknownDtype = ({ column, dtype }: CellPlace): Error =>
  unsupported({
    what: `The column ${JSON.stringify(column)} cannot be written as ${dtype}`,
    expected: "a dtype that Parquet and pandas keep: see createDataFrame in the reference",
  });

const dtypeName = (dtype: Dtype): string =>
  typeof dtype === "string" ? dtype : "categories" in dtype ? "category" : JSON.stringify(dtype);

function refuseMissing(values: ArrayLike<unknown>, place: CellPlace): void {
  for (let row = 0; row < values.length; row++) {
    if (values[row] === null || values[row] === undefined) {
      throw cellError(
        place,
        row,
        values[row],
        "no missing values: name the dtype Int64, Float64, boolean or another that has them",
      );
    }
  }
}
