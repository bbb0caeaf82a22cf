import { floatText, type JsonValue, stringifyJson } from "@scrapbook/core";
import { unsupported } from "../failure.ts";
import { isTuple, type Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import { parseIsoTime } from "../value/iso-time.ts";
import type { DescribedLevel } from "./pandas-metadata.ts";

/** What may be said of a level of the column labels. */
export interface ColumnLevelInput {
  /** The level's name; default none. */
  readonly name?: Label | undefined;
  /**
   * `str`, `int64`, `float64`, or `datetime64[ns]` and its like for labels that are ISO times.
   * Default: what the labels are.
   */
  readonly dtype?: string | undefined;
}

/** Labels as the file has them. */
export interface WrittenLabels {
  readonly fieldNames: readonly string[];
  readonly levels: readonly DescribedLevel[];
}

/**
 * How column labels are written: as text, with what they were in the metadata.
 *
 * @throws `encoder-unsupported` for labels that pandas would read as others: mixed kinds, booleans,
 * missing ones, two of the same name.
 */
export function writtenLabels(
  labels: readonly Label[],
  inputs: readonly ColumnLevelInput[] = [],
): WrittenLabels {
  const depth = labels.some(isTuple)
    ? labels.reduce<number>((most, label) => Math.max(most, depthOf(label)), 0)
    : 1;
  const rows = labels.map((label) => (depth > 1 || isTuple(label) ? label : [label]));
  if (
    rows.some((row) => !isTuple(row) || row.length !== depth) ||
    (depth === 1 && labels.some(isTuple))
  ) {
    throw refused("labels of different depth", "in a MultiIndex a list of labels for every column");
  }
  const columns = Array.from({ length: depth }, (_, i) =>
    rows.map((row) => (row as Label[])[i] as Label),
  );
  const kinds = columns.map((level, i) => levelKind(level, inputs[i]));
  const texts = columns.map((level, i) =>
    level.map((label) => labelText(label, kinds[i] as LevelKind)),
  );
  const fieldNames = labels.map((_, column) => {
    const parts = texts.map((level) => level[column] as string);
    return depth > 1 ? pythonString(parts) : (parts[0] as string);
  });
  if (new Set(fieldNames).size < fieldNames.length) {
    const twice = fieldNames.find((name, i) => fieldNames.indexOf(name) !== i);
    throw refused(`two columns ${JSON.stringify(twice)}`, "a name of its own for every column");
  }
  return {
    fieldNames,
    levels: kinds.map((kind, i) => ({ ...kind, name: (inputs[i]?.name ?? null) as JsonValue })),
  };
}

const depthOf = (label: Label): number => (isTuple(label) ? label.length : 1);

type LevelKind = Omit<DescribedLevel, "name">;

const text: LevelKind = { pandasType: "unicode", numpyType: "str", timezone: null };

function levelKind(labels: readonly Label[], input: ColumnLevelInput | undefined): LevelKind {
  const dtype = input?.dtype ?? inferredDtype(labels);
  if (dtype === "str" || dtype === "object" || dtype === "string") return text;
  if (/^(u?int(8|16|32|64)|float(32|64))$/.test(dtype)) {
    return { pandasType: dtype, numpyType: dtype, timezone: null };
  }
  const [, unit, zone] = /^datetime64\[(s|ms|us|ns)(?:, (.+))?\]$/.exec(dtype) ?? [];
  if (unit === undefined) {
    throw refused(
      `labels of the dtype ${dtype}`,
      "str, integers, floats or datetime64, which pandas restores",
    );
  }
  const numpyType = `datetime64[${unit}]`;
  return zone === undefined
    ? { pandasType: numpyType, numpyType, timezone: null }
    : { pandasType: "datetimetz", numpyType, timezone: zone.replace(/^UTC(?=[+-])/, "") };
}

function inferredDtype(labels: readonly Label[]): string {
  if (labels.every((label) => typeof label === "string")) return "str";
  if (labels.every((label) => typeof label === "bigint" || Number.isSafeInteger(label)))
    return "int64";
  if (labels.every((label) => typeof label === "number")) return "float64";
  throw refused(
    `labels such as ${labels
      .map((label) => JSON.stringify(String(label)))
      .slice(0, 3)
      .join(", ")}`,
    "texts, integers or floats, all of one kind: pandas would restore others as text",
  );
}

function labelText(label: Label, { numpyType }: LevelKind): string {
  if (numpyType.startsWith("datetime64")) {
    if (typeof label === "string" && parseIsoTime(label) !== undefined) {
      return label.length === 10 ? `${label} 00:00:00` : label.replace("T", " ");
    }
    throw refused(`the label ${JSON.stringify(String(label))}`, "ISO 8601 text");
  }
  if (numpyType === "str" && typeof label !== "string") {
    throw refused(`the label ${String(label)}`, "text");
  }
  if (numpyType.startsWith("float") && typeof label === "number") {
    return Number.isFinite(label) ? stringifyJson(floatText(label)) : pythonString(label);
  }
  if (numpyType.includes("int") && !(typeof label === "bigint" || Number.isSafeInteger(label))) {
    throw refused(`the label ${String(label)}`, "an integer");
  }
  return pythonString(label);
}

const refused = (got: string, expected: string): Error =>
  unsupported({ what: "The column labels cannot be written", got, expected });
