import { type ArrowField, type ArrowType, typeId } from "../arrow/type.ts";
import type { ColumnMetadata } from "./pandas-metadata.ts";

/** Arrow's units as pandas abbreviates them. */
export const unitNames = ["s", "ms", "us", "ns"] as const;

/** The dtypes of numpy: of these pandas goes by the column's type, of all others by the name. */
const numpyTypes: ReadonlySet<string> = new Set([
  "object",
  "bool",
  ...["int", "uint"].flatMap((kind) => [8, 16, 32, 64].map((bits) => `${kind}${bits}`)),
  ...[16, 32, 64].map((bits) => `float${bits}`),
]);

const isNumpyType = (name: string): boolean =>
  numpyTypes.has(name) || /^(datetime|timedelta)64/.test(name);

/**
 * The dtype that a column has once pandas has read it, as pandas names it. What was `object` holding
 * strings is `str` to pandas 3 and `object` to pandas 2, so `pandasMajor` has a say.
 */
export function restoredDtype(
  { type, metadata }: ArrowField,
  hasNulls: boolean,
  column: ColumnMetadata | undefined,
  pandasMajor: number,
): string {
  if (type.typeId === typeId.dictionary) return "category";
  const named = column?.numpyType;
  if (named !== undefined && !isNumpyType(named) && column?.pandasType !== "categorical") {
    return named;
  }
  return extensionDtype(metadata) ?? plainDtype(type, hasNulls, pandasMajor);
}

function plainDtype(type: ArrowType, hasNulls: boolean, pandasMajor: number): string {
  switch (type.typeId) {
    case typeId.bool:
      return hasNulls ? "object" : "bool";
    case typeId.int:
      // numpy has no missing integers.
      return hasNulls ? "float64" : `${type.signed ? "int" : "uint"}${type.bitWidth}`;
    case typeId.float:
      return (["float16", "float32", "float64"] as const)[type.precision];
    case typeId.utf8:
    case typeId.largeUtf8:
    case typeId.utf8View:
      return pandasMajor >= 3 ? "str" : "object";
    case typeId.timestamp: {
      const unit = unitNames[type.unit];
      return type.timezone === null
        ? `datetime64[${unit}]`
        : `datetime64[${unit}, ${timezoneName(type.timezone)}]`;
    }
    case typeId.duration:
      return `timedelta64[${unitNames[type.unit]}]`;
    default:
      return "object";
  }
}

/** Python names a fixed offset after UTC. */
export const timezoneName = (timezone: string): string =>
  /^[+-]/.test(timezone) ? `UTC${timezone}` : timezone;

const numpyNames: Readonly<Record<string, string>> = { double: "float64", float: "float32" };

/** The dtype of pandas' own extension types, which Arrow stores as integers and structs. */
function extensionDtype(metadata: ArrowField["metadata"]): string | undefined {
  const name = metadata?.get("ARROW:extension:name");
  if (name === undefined) return undefined;
  const details = parsed(metadata?.get("ARROW:extension:metadata"));
  if (name === "pandas.period") return `period[${details.freq}]`;
  if (name !== "pandas.interval") return undefined;
  const subtype = String(details.subtype);
  return `interval[${numpyNames[subtype] ?? subtype}, ${details.closed}]`;
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
