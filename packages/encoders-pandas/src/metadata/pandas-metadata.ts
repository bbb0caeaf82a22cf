import { type JsonObject, type JsonValue, parseJson } from "@scrapbook/core";
import { decodeFailed } from "../failure.ts";

/** A level of the column labels: pandas' `column_indexes`. */
export interface LevelMetadata {
  readonly name: JsonValue;
  /** What kind of labels they were: `unicode`, `int64`, `datetimetz`… */
  readonly pandasType: string;
  /** The dtype that pandas gives them. */
  readonly numpyType: string;
  /** The zone of instants. */
  readonly timezone: string | undefined;
}

/** What pandas says of a column, or of an index that is stored as one. */
export interface ColumnMetadata {
  readonly name: JsonValue;
  readonly fieldName: string;
  readonly pandasType: string;
  readonly numpyType: string;
}

/** A RangeIndex, which is stored nowhere else. */
export interface RangeDescriptor {
  readonly kind: "range";
  readonly name: JsonValue;
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/** The JSON that pandas leaves in the schema under `pandas`, read. */
export interface PandasMetadata {
  readonly indexColumns: readonly (string | RangeDescriptor)[];
  readonly columnLevels: readonly LevelMetadata[];
  readonly columns: readonly ColumnMetadata[];
  readonly attrs: JsonObject;
  /** The version of the pandas that wrote it. */
  readonly pandasMajor: number;
}

/**
 * Reads the metadata of a schema; undefined where pandas left none.
 *
 * @throws `encoder-decode-failed` when it is not as pandas writes it.
 */
export function readPandasMetadata(
  metadata: ReadonlyMap<string, string> | null,
): PandasMetadata | undefined {
  const text = metadata?.get("pandas");
  if (text === undefined) return undefined;
  const json = object(parsed(text), "the pandas metadata");
  const attrs = metadata?.get("PANDAS_ATTRS");
  return {
    indexColumns: list(json, "index_columns").map(readIndexColumn),
    columnLevels: list(json, "column_indexes").map((level) => readLevel(object(level, "a level"))),
    columns: list(json, "columns").map((column) => readColumn(object(column, "a column"))),
    attrs: object(attrs === undefined ? (json.attributes ?? {}) : parsed(attrs), "attrs"),
    pandasMajor: Number.parseInt(String(json.pandas_version ?? "3"), 10),
  };
}

function readIndexColumn(value: JsonValue): string | RangeDescriptor {
  if (typeof value === "string") return value;
  const range = object(value, "an index");
  if (range.kind !== "range") throw malformed(`an index of the kind ${String(range.kind)}`);
  const { start, stop, step } = range;
  if (!isInteger(start) || !isInteger(stop) || !isInteger(step) || step === 0) {
    throw malformed("a range without integers");
  }
  return { kind: "range", name: range.name ?? null, start, stop, step };
}

function readLevel(level: JsonObject): LevelMetadata {
  const more = level.metadata;
  const timezone = isObject(more) ? more.timezone : undefined;
  return {
    name: level.name ?? null,
    pandasType: String(level.pandas_type ?? "unicode"),
    numpyType: String(level.numpy_type ?? "object"),
    timezone: typeof timezone === "string" ? timezone : undefined,
  };
}

function readColumn(column: JsonObject): ColumnMetadata {
  const name = column.name ?? null;
  return {
    name,
    fieldName: String(column.field_name ?? name),
    pandasType: String(column.pandas_type ?? "object"),
    numpyType: String(column.numpy_type ?? "object"),
  };
}

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (cause) {
    throw decodeFailed({ what: "The frame's pandas metadata is no JSON", cause });
  }
}

function list(json: JsonObject, key: string): readonly JsonValue[] {
  const value = json[key] ?? [];
  if (!Array.isArray(value)) throw malformed(`${key} that is no list`);
  return value;
}

function object(value: JsonValue, what: string): JsonObject {
  if (!isObject(value)) throw malformed(`${what} that is no object`);
  return value;
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isInteger = (value: JsonValue | undefined): value is number => Number.isSafeInteger(value);

const malformed = (got: string): Error =>
  decodeFailed({ what: "The frame's pandas metadata is malformed", got });
