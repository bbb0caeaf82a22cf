import { previewJson } from "./preview-json.ts";
import type { Scrap } from "./scrap.ts";
import { isTable, type Table } from "./table.ts";

/** What a value is. */
export type ValueKind =
  /** Nothing: of a scrap, that it is a display alone. */
  | "none"
  | "null"
  | "boolean"
  | "number"
  | "text"
  | "list"
  | "object"
  | "table"
  /** Of a scrap: nobody passed the encoder that could decode it. */
  | "stored"
  /** Of a scrap: its payload does not decode. */
  | "error"
  /** What no notebook holds, such as a function. */
  | "other";

/** A value in a few words. */
export interface Description {
  readonly kind: ValueKind;
  /** How much there is of it: `3 items`, `2 members`, `756 rows × 2 columns`. Empty for one value. */
  readonly size: string;
  /**
   * Its beginning on one line: text as it is, numbers exactly as the notebook spells them, the rest
   * as JSON, a table's column names. Of an error, its code. Not escaped for any output.
   */
  readonly preview: string;
}

/** Options of {@link describe} and {@link describeScrap}. */
export interface DescribeOptions {
  /** The longest preview, in UTF-16 units; what is longer ends in an ellipsis. Default 80. */
  readonly maxLength?: number | undefined;
}

/** A value that fits a cell of a table. */
export type Scalar = string | number | bigint | boolean | null;

/** Whether a value fits a cell of a table: no object, no list. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "bigint", "boolean"].includes(typeof value);
}

/** Kind, size and preview of a value. Looks only at what it shows, however large the value. */
export function describe(value: unknown, { maxLength = 80 }: DescribeOptions = {}): Description {
  const kind = kindOf(value);
  return { kind, size: sizeOf(value), preview: previewOf(value, kind, maxLength) };
}

/** Kind, size and preview of a scrap's data. Never throws for what a notebook holds. */
export function describeScrap(scrap: Scrap, options: DescribeOptions = {}): Description {
  const result = scrap.tryData();
  if (!result.ok) {
    const { code } = result.error;
    return { kind: code === "encoder-unknown" ? "stored" : "error", size: "", preview: code };
  }
  return isScalar(result.value)
    ? { ...describe(scalarText(scrap, result.value), options), kind: kindOf(result.value) }
    : describe(result.value, options);
}

/**
 * A scrap's scalar as text: a number as the notebook spells it, `1.0` as `1.0` and `1e-07` as
 * `1e-07`, which the value alone cannot tell.
 */
export function scalarText({ encoder, rawText }: Scrap, value: Scalar): string {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && encoder === "json" && rawText !== undefined && !rawText.startsWith('"')
    ? rawText
    : String(value);
}

function kindOf(value: unknown): ValueKind {
  if (value === undefined) return "none";
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "boolean") return "boolean";
  if (typeof value !== "object") return "other";
  if (isTable(value)) return "table";
  return Array.isArray(value) ? "list" : "object";
}

function sizeOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  if (isTable(value)) return tableSize(value);
  if (Array.isArray(value)) return counted(value.length, "item");
  return counted(Object.keys(value).length, "member");
}

/** `756 rows × 2 columns`. */
export function tableSize({ length, columns }: Table): string {
  return `${counted(length, "row")} × ${counted(columns.length, "column")}`;
}

function previewOf(value: unknown, kind: ValueKind, maxLength: number): string {
  if (kind === "none") return "";
  if (kind === "text") return cutText(value as string, maxLength);
  if (kind === "table") return previewJson((value as Table).columns, maxLength);
  return previewJson(value, maxLength);
}

/** At most `length` UTF-16 units, then an ellipsis; no character is cut in two. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
