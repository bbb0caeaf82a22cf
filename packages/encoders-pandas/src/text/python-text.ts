import { type ArrowField, type ArrowType, type StructType, typeId } from "../arrow/type.ts";
import type { Cell } from "../frame/cell.ts";
import type { Series } from "../frame/series.ts";
import { quoted } from "../metadata/python-repr.ts";
import { dayText } from "../value/calendar.ts";
import { timeText } from "../value/timestamp.ts";
import { pythonFloat } from "./python-float.ts";
import { timedeltaTexts, timestampTexts } from "./time-texts.ts";

/** What cells must be read with before they are written by {@link pythonTexts}. */
export const rawCells = { integers: "bigint", times: "raw" } as const;

/** Writes a cell that is not missing. */
export type CellText = (cell: Cell) => string;

/**
 * Writes the cells of a column as Python's `str` does what pandas makes of them. Cells are read with
 * {@link rawCells}; periods as text.
 */
export function pythonTexts(series: Series, cells: readonly Cell[]): CellText {
  return textsOf(series.arrowType as ArrowType, series.dtype, cells);
}

function textsOf(type: ArrowType, dtype: string, cells: readonly Cell[]): CellText {
  switch (type.typeId) {
    case typeId.dictionary:
      return textsOf(type.dictionary, "", cells);
    case typeId.timestamp:
      return timestampTexts(counts(cells), type.unit, type.timezone) as CellText;
    case typeId.duration:
      return timedeltaTexts(counts(cells), type.unit) as CellText;
    case typeId.int:
      // Integers with missing values are floats to pandas, unless their dtype says otherwise.
      if (dtype === "float64") return (cell) => pythonFloat(Number(cell));
      return String;
    case typeId.struct: {
      const closed = /^interval\[.*, (\w+)\]$/.exec(dtype)?.[1];
      return closed === undefined ? (cell) => scalarText(type, cell) : intervalText(type, closed);
    }
    default:
      return (cell) => scalarText(type, cell);
  }
}

const counts = (cells: readonly Cell[]): bigint[] =>
  cells.filter((cell): cell is bigint => typeof cell === "bigint");

/** `repr`, within lists and dicts; `str` for whole cells is the same but for text. */
function reprText(type: ArrowType, cell: Cell): string {
  if (cell === null) return "None";
  return typeof cell === "string" && isText(type) ? quoted(cell) : scalarText(type, cell);
}

const isText = ({ typeId: id }: ArrowType): boolean =>
  id === typeId.utf8 || id === typeId.largeUtf8 || id === typeId.utf8View;

function scalarText(type: ArrowType, cell: Cell): string {
  switch (type.typeId) {
    case typeId.bool:
      return cell === true ? "True" : "False";
    case typeId.float:
      return pythonFloat(cell as number, 16 << type.precision);
    case typeId.date:
      return dayText(Number(cell) / (type.unit === 0 ? 1 : 86_400_000));
    case typeId.time:
      return timeText(cell as bigint, type.unit).replace(/(\.\d{3})$/, "$1000");
    case typeId.timestamp:
      return timestampTexts([cell as bigint, 1n], type.unit, type.timezone)(cell as bigint);
    case typeId.duration:
      return timedeltaTexts([cell as bigint, 1n], type.unit)(cell as bigint);
    case typeId.binary:
    case typeId.largeBinary:
    case typeId.binaryView:
    case typeId.fixedSizeBinary:
      return bytesText(cell as Uint8Array);
    case typeId.list:
    case typeId.largeList:
    case typeId.fixedSizeList:
      return `[${(cell as readonly Cell[]).map((item) => itemText(type.children?.[0], item)).join(", ")}]`;
    case typeId.map: {
      const entry = type.children[0]?.type as StructType | undefined;
      const [key, value] = entry?.children ?? [];
      const pairs = (cell as readonly (readonly [Cell, Cell])[]).map(
        ([k, v]) => `(${itemText(key, k)}, ${itemText(value, v)})`,
      );
      return `[${pairs.join(", ")}]`;
    }
    case typeId.struct: {
      const values = cell as { readonly [name: string]: Cell };
      const members = type.children.map(
        (child) => `${quoted(child.name)}: ${reprText(child.type, values[child.name] ?? null)}`,
      );
      return `{${members.join(", ")}}`;
    }
    default:
      return String(cell);
  }
}

/** pandas shows the items of a list without quotes. */
const itemText = (field: ArrowField | undefined, cell: Cell): string => {
  if (cell !== null && field !== undefined) return scalarText(field.type, cell);
  return field?.type.typeId === typeId.float ? "nan" : "None";
};

function intervalText({ children: [left, right] }: StructType, closed: string): CellText {
  const open = closed === "left" || closed === "both" ? "[" : "(";
  const close = closed === "right" || closed === "both" ? "]" : ")";
  return (cell) => {
    const ends = cell as { readonly left: Cell; readonly right: Cell };
    return `${open}${itemText(left, ends.left)}, ${itemText(right, ends.right)}${close}`;
  };
}

/** `repr` of Python's bytes. */
function bytesText(bytes: Uint8Array): string {
  const named: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\" };
  const text = Array.from(bytes, (byte) => {
    if (named[byte] !== undefined) return named[byte];
    return byte < 32 || byte > 126
      ? `\\x${byte.toString(16).padStart(2, "0")}`
      : String.fromCharCode(byte);
  }).join("");
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `b${quote}${text.replaceAll(quote, `\\${quote}`)}${quote}`;
}
