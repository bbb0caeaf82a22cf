import type { JsonValue } from "@scrapbook/core";
import { timezoneName } from "./dtype.ts";
import { isTuple, type Label } from "./label.ts";
import type { ColumnMetadata, LevelMetadata } from "./pandas-metadata.ts";
import { parseTuple } from "./python-literal.ts";

/**
 * The labels of columns by the names of their fields: pandas stores every label as text, and says
 * of each level what it was.
 */
export function columnLabels(
  fieldNames: readonly string[],
  columns: readonly ColumnMetadata[],
  levels: readonly LevelMetadata[],
): readonly Label[] {
  const names = new Map(columns.map(({ fieldName, name }) => [fieldName, name]));
  const [level] = levels;
  return fieldNames.map((fieldName) => {
    const name = names.get(fieldName);
    const text = name === undefined ? fieldName : scalar(name);
    if (levels.length < 2) return level === undefined ? text : restored(text, level);
    const tuple = typeof text === "string" ? parseTuple(text) : undefined;
    // A text that is no tuple stands for itself: pandas could not read such a file at all.
    if (tuple?.length !== levels.length) return text;
    return tuple.map((part, i) => restored(part, levels[i] as LevelMetadata));
  });
}

/** A name is text, or missing: null, or NaN. */
const scalar = (name: JsonValue): Label =>
  typeof name === "object" && name !== null ? String(name) : (name as Label);

/** A label as its level's dtype has it. */
function restored(label: Label, { pandasType, numpyType }: LevelMetadata): Label {
  if (typeof label !== "string" || isTuple(label)) return label;
  if (/^u?int\d+$/.test(numpyType)) return integer(label);
  if (/^float\d+$/.test(numpyType)) return label === "nan" ? Number.NaN : float(label);
  if (pandasType === "bool" || pandasType === "boolean") {
    return label === "True" ? true : label === "False" ? false : label;
  }
  return label;
}

function integer(text: string): Label {
  if (!/^-?\d+$/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

function float(text: string): Label {
  const value = Number(text.replace(/inf$/, "Infinity"));
  return text === "" || Number.isNaN(value) ? text : value;
}

/** A level of the column labels. */
export interface ColumnLevel {
  /** The level's name; null where it has none. */
  readonly name: Label;
  /** The dtype of its labels, as pandas names it. */
  readonly dtype: string;
}

/** The levels as pandas restores them: text is `str` to pandas 3 and `object` to pandas 2. */
export function columnLevels(
  levels: readonly LevelMetadata[],
  pandasMajor: number,
): readonly ColumnLevel[] {
  if (levels.length === 0) return [{ name: null, dtype: textDtype(pandasMajor) }];
  return levels.map(({ name, pandasType, numpyType, timezone }) => ({
    name: scalar(name),
    dtype:
      timezone !== undefined
        ? numpyType.replace(/\]$/, `, ${timezoneName(timezone)}]`)
        : textTypes.has(pandasType)
          ? textDtype(pandasMajor)
          : numpyType,
  }));
}

const textTypes: ReadonlySet<string> = new Set(["unicode", "string", "mixed", "mixed-integer"]);

const textDtype = (pandasMajor: number): string => (pandasMajor >= 3 ? "str" : "object");
