import {
  type ArrowField,
  type ArrowType,
  boolType,
  bytesType,
  dateType,
  decimalType,
  durationType,
  floatType,
  intType,
  listType,
  nullType,
  type TimeUnit,
  timestampType,
  timeType,
  typeId,
} from "./type.ts";

const simple: Readonly<Record<string, ArrowType>> = {
  n: nullType,
  b: boolType,
  c: intType(8, true),
  C: intType(8, false),
  s: intType(16, true),
  S: intType(16, false),
  i: intType(32, true),
  I: intType(32, false),
  l: intType(64, true),
  L: intType(64, false),
  e: floatType(0),
  f: floatType(1),
  g: floatType(2),
  z: bytesType(typeId.binary),
  Z: bytesType(typeId.largeBinary),
  u: bytesType(typeId.utf8),
  U: bytesType(typeId.largeUtf8),
  vz: { typeId: typeId.binaryView },
  vu: { typeId: typeId.utf8View },
  tdD: dateType(0),
  tdm: dateType(1),
};

const units = "smun";

/**
 * The type that a format string of Arrow's C data interface names, or undefined for those that
 * Parquet has not. A dictionary's string names the type of its indices.
 */
export function parseFormat(
  format: string,
  children: readonly ArrowField[],
  keysSorted: boolean,
): ArrowType | undefined {
  const known = simple[format];
  if (known !== undefined) return known;
  const unit = units.indexOf(format.charAt(2)) as TimeUnit;
  if (format.startsWith("ts")) return timestampType(unit, format.slice(4) || null);
  if (format.startsWith("tt")) return timeType(unit);
  if (format.startsWith("tD")) return durationType(unit);
  const [head, rest = ""] = format.split(":");
  const [first = 0, second = 0, bits = 128] = rest.split(",").map(Number);
  const child = children[0];
  if (head === "d") return decimalType(first, second, bits as 32 | 64 | 128 | 256);
  if (head === "w") return { typeId: typeId.fixedSizeBinary, stride: first };
  if (head === "+s") return { typeId: typeId.struct, children };
  if (child === undefined) return undefined;
  if (head === "+w") return { typeId: typeId.fixedSizeList, stride: first, children };
  if (head === "+l") return listType(typeId.list, child);
  if (head === "+L") return listType(typeId.largeList, child);
  if (head === "+m") return listType(typeId.map, child, keysSorted);
  return undefined;
}
