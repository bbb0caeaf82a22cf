import type { Cell, Dtype } from "@scrapbook/encoders-pandas";
import type { SeriesForm } from "./frame-form.ts";

/** The dtype under which `createDataFrame` stores a column in this type, for pandas to make `dtype` of. */
export function dtypeOf(dtype: string, { type, categories }: SeriesForm): Dtype {
  if (categories !== undefined) {
    return { categories: categories as readonly string[], ordered: type.endsWith("ordered=1>") };
  }
  if (type === "string" && dtype === "str") return "object";
  if (type === "string" && dtype === "string") return "string[python]";
  return dtype === "object" ? arrowDtype(type) : dtype;
}

/** The dtype of a type that pandas knows as `object` alone. */
function arrowDtype(type: string): Dtype {
  const [, kind, inner = ""] = /^(list|struct)<(.*)>$/.exec(type) ?? [];
  const fields = splitFields(inner);
  if (kind === "list") return { list: arrowDtype(fields[0]?.[1] ?? "null") };
  if (kind === "struct") {
    return { struct: Object.fromEntries(fields.map(([name, field]) => [name, arrowDtype(field)])) };
  }
  return named[type] ?? type.replace(/^decimal128/, "decimal");
}

const named: Readonly<Record<string, string>> = {
  string: "object",
  large_string: "str",
  binary: "bytes",
  double: "float64",
  "date32[day]": "date",
  "time64[us]": "time",
};

/** `a: int64, b: list<element: string>` as pairs of a name and a type. */
function splitFields(text: string): (readonly [name: string, type: string])[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const character of text) {
    if ("<([".includes(character)) depth++;
    if (">)]".includes(character)) depth--;
    if (character === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += character;
  }
  if (part !== "") parts.push(part.trim());
  return parts.map((field) => {
    const at = field.indexOf(": ");
    return [field.slice(0, at), field.slice(at + 2)];
  });
}

/** Counts of times as the bigints that `createDataFrame` takes for them, also within lists. */
export function withCounts(type: string, value: Cell): Cell {
  if (value === null) return null;
  if (/^(timestamp|duration|date|time)/.test(type)) return BigInt(value as number);
  const [, kind, inner = ""] = /^(list|struct)<(.*)>$/.exec(type) ?? [];
  const fields = splitFields(inner);
  if (kind === "list") {
    return (value as readonly Cell[]).map((item) => withCounts(fields[0]?.[1] ?? "null", item));
  }
  if (kind !== "struct") return value;
  const members = value as Readonly<Record<string, Cell>>;
  return Object.fromEntries(
    fields.map(([name, field]) => [name, withCounts(field, members[name] ?? null)]),
  );
}
