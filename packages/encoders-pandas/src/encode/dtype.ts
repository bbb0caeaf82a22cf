import {
  type ArrowField,
  type ArrowType,
  boolType,
  bytesType,
  dateType,
  decimalType,
  durationType,
  field,
  floatType,
  intType,
  listType,
  nullType,
  type TimeUnit,
  timestampType,
  timeType,
  typeId,
} from "../arrow/type.ts";
import { unitNames } from "../metadata/dtype.ts";
import { periodText } from "../value/period.ts";

/**
 * A dtype as pandas names it, and as an object those that pandas has no name for: categories of text
 * in their order, and columns of lists, structs and maps, which are `object` to pandas.
 */
export type Dtype =
  | string
  | { readonly categories: readonly string[]; readonly ordered?: boolean }
  | { readonly list: Dtype }
  | { readonly struct: Readonly<Record<string, Dtype>> }
  | { readonly map: readonly [key: Dtype, value: Dtype] };

/** How a column is stored, and what pandas makes of it. */
export interface Storage {
  readonly type: ArrowType;
  /** What the pandas metadata calls it. */
  readonly numpyType: string;
  /** Whether the dtype has missing values. */
  readonly hasMissing: boolean;
  /** Arrow's extension metadata of periods and intervals. */
  readonly metadata: ReadonlyMap<string, string> | null;
  /** Undefined where there are none; empty where the values are to tell. */
  readonly categories?: readonly string[] | undefined;
  readonly ordered?: boolean | undefined;
}

const storage = (
  type: ArrowType,
  numpyType: string,
  hasMissing = true,
  metadata: Storage["metadata"] = null,
): Storage => ({ type, numpyType, hasMissing, metadata });

const text = bytesType(typeId.largeUtf8);

const plain: Readonly<Record<string, Storage>> = {
  bool: storage(boolType, "bool", false),
  boolean: storage(boolType, "boolean"),
  str: storage(text, "str"),
  string: storage(text, "string"),
  "string[python]": storage(bytesType(typeId.utf8), "string"),
  "string[pyarrow]": storage(text, "string"),
  // Objects that are all text: `object` in pandas 2, `str` in pandas 3.
  object: storage(bytesType(typeId.utf8), "object"),
  bytes: storage(bytesType(typeId.binary), "object"),
  date: storage(dateType(0), "object"),
  time: storage(timeType(2), "object"),
  null: storage(nullType, "object"),
  category: { ...storage(text, "category"), categories: [] },
};

/** The storage of a dtype; undefined for one that cannot be written. */
export function storageOf(dtype: Dtype): Storage | undefined {
  if (typeof dtype !== "string" && (typeof dtype !== "object" || dtype === null)) return undefined;
  if (typeof dtype === "string") return namedStorage(dtype);
  if ("categories" in dtype) {
    return {
      ...storage(text, "category"),
      categories: dtype.categories,
      ordered: dtype.ordered ?? false,
    };
  }
  const type = nestedType(dtype);
  return type && storage(type, "object");
}

function nestedType(dtype: Exclude<Dtype, string>): ArrowType | undefined {
  if ("list" in dtype) {
    const item = elementField("element", dtype.list);
    return item && listType(typeId.list, item);
  }
  if ("struct" in dtype) {
    const fields = Object.entries(dtype.struct).map(([name, child]) => elementField(name, child));
    if (fields.length === 0 || fields.includes(undefined)) return undefined;
    return { typeId: typeId.struct, children: fields as ArrowField[] };
  }
  if ("map" in dtype) {
    const key = elementField("key", dtype.map[0]);
    const value = elementField("value", dtype.map[1]);
    if (key === undefined || value === undefined) return undefined;
    const entry = {
      typeId: typeId.struct,
      children: [{ ...key, nullable: false }, value],
    } as const;
    return listType(typeId.map, field("entries", entry, false));
  }
  return undefined;
}

/** A child of a nested type; dtypes that are more than an Arrow type cannot be one. */
function elementField(name: string, dtype: Dtype): ArrowField | undefined {
  const child = storageOf(dtype);
  if (child === undefined || child.categories !== undefined || child.metadata !== null) {
    return undefined;
  }
  return field(name, child.type);
}

function namedStorage(dtype: string): Storage | undefined {
  const known = plain[dtype];
  if (known !== undefined && Object.hasOwn(plain, dtype)) return known;
  const arrow = /^(.*)\[pyarrow\]$/.exec(dtype)?.[1];
  if (arrow !== undefined) {
    const type = arrowType(arrow);
    return type && storage(type, dtype);
  }
  return (
    numberStorage(dtype) ?? timeStorage(dtype) ?? intervalStorage(dtype) ?? decimalStorage(dtype)
  );
}

function numberStorage(dtype: string): Storage | undefined {
  const [, kind = "", bits] = /^(u?int|float|U?Int|Float)(8|16|32|64)$/.exec(dtype) ?? [];
  const width = Number(bits) as 8 | 16 | 32 | 64;
  if (kind === "float" && width > 8) return storage(floatType(precision(width)), dtype);
  if (kind === "Float" && width > 16) return storage(floatType(precision(width)), dtype);
  if (/^u?int$/.test(kind)) return storage(intType(width, kind === "int"), dtype, false);
  if (/^U?Int$/.test(kind)) return storage(intType(width, kind === "Int"), dtype);
  return undefined;
}

const precision = (bits: number) => Math.log2(bits / 16) as 0 | 1 | 2;

function timeStorage(dtype: string): Storage | undefined {
  const [, kind, unitName = "", zone] =
    /^(datetime64|timedelta64)\[(s|ms|us|ns)(?:, (.+))?\]$/.exec(dtype) ?? [];
  const unit = (unitNames as readonly string[]).indexOf(unitName) as TimeUnit;
  if (kind === "datetime64") {
    // Python names a fixed offset `UTC+05:30`, Arrow `+05:30`.
    const timezone = zone?.replace(/^UTC(?=[+-])/, "") ?? null;
    return storage(timestampType(unit, timezone), `datetime64[${unitName}]`);
  }
  if (kind === "timedelta64" && zone === undefined) return storage(durationType(unit), dtype);
  const frequency = /^period\[(.+)\]$/.exec(dtype)?.[1];
  if (frequency === undefined || periodText(frequency) === undefined) return undefined;
  return storage(intType(64, true), dtype, true, extension("period", { freq: frequency }));
}

function intervalStorage(dtype: string): Storage | undefined {
  const [, subtype, closed] =
    /^interval\[(int64|float64|datetime64\[ns\]), (left|right|both|neither)\]$/.exec(dtype) ?? [];
  if (subtype === undefined) return undefined;
  const end = namedStorage(subtype)?.type;
  if (end === undefined) return undefined;
  const fields = [field("left", end), field("right", end)];
  const metadata = extension("interval", { subtype: arrowNames[subtype] ?? subtype, closed });
  // pandas makes numbers of missing intervals of integers.
  const hasMissing = subtype !== "int64";
  return storage({ typeId: typeId.struct, children: fields }, dtype, hasMissing, metadata);
}

const arrowNames: Readonly<Record<string, string>> = {
  float64: "double",
  "datetime64[ns]": "timestamp[ns]",
};

const extension = (name: string, details: object): ReadonlyMap<string, string> =>
  new Map([
    ["ARROW:extension:name", `pandas.${name}`],
    ["ARROW:extension:metadata", JSON.stringify(details)],
  ]);

function decimalStorage(dtype: string): Storage | undefined {
  const type = decimalOf("decimal", dtype);
  return type && storage(type, "object");
}

function decimalOf(name: string, text: string): ArrowType | undefined {
  const [, before, precisionText, scaleText] = /^(\w+)\((\d+), ?(\d+)\)$/.exec(text) ?? [];
  const [digits, scale] = [Number(precisionText), Number(scaleText)];
  if (before !== name || digits < 1 || digits > 38 || scale > digits) return undefined;
  return decimalType(digits, scale);
}

const arrowTypes: Readonly<Record<string, ArrowType>> = {
  bool: boolType,
  halffloat: floatType(0),
  float: floatType(1),
  double: floatType(2),
  string: bytesType(typeId.utf8),
  large_string: text,
  binary: bytesType(typeId.binary),
  large_binary: bytesType(typeId.largeBinary),
  "date32[day]": dateType(0),
};

/** The type that Arrow's own name stands for, as in `timestamp[us, tz=UTC][pyarrow]`. */
function arrowType(name: string): ArrowType | undefined {
  if (Object.hasOwn(arrowTypes, name)) return arrowTypes[name];
  const int = /^(u?)int(8|16|32|64)$/.exec(name);
  if (int !== null) return intType(Number(int[2]) as 8, int[1] === "");
  const [, kind, unitName = "", zone] =
    /^(timestamp|duration|time32|time64)\[(s|ms|us|ns)(?:, tz=(.+))?\]$/.exec(name) ?? [];
  const unit = (unitNames as readonly string[]).indexOf(unitName) as TimeUnit;
  if (kind === "timestamp") return timestampType(unit, zone ?? null);
  if (kind === "duration" && zone === undefined) return durationType(unit);
  if (kind === (unit < 2 ? "time32" : "time64") && zone === undefined) return timeType(unit);
  return decimalOf("decimal128", name);
}
