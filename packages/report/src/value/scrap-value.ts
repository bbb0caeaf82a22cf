import type { Scrap, ScrapbookError, Table } from "@scrapbook/core";
import { utf8Length } from "../format/byte-size.ts";
import { isTable } from "./table.ts";

/** What a scrap's data is, as a report sees it. */
export type ScrapValue =
  /** There is no payload: the scrap is only a display. */
  | { readonly kind: "none" }
  | { readonly kind: "scalar"; readonly value: Scalar; readonly text: string }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "json"; readonly value: unknown }
  /** Nobody passed the encoder that could decode it. */
  | { readonly kind: "stored"; readonly encoder: string; readonly size: number }
  | { readonly kind: "error"; readonly error: ScrapbookError };

/** A value that fits a table's cell. */
export type Scalar = string | number | bigint | boolean | null;

/** Reads a scrap's data; never throws. */
export function readScrapValue(scrap: Scrap): ScrapValue {
  const result = scrap.tryData();
  if (!result.ok) {
    const { error } = result;
    return error.code === "encoder-unknown"
      ? { kind: "stored", encoder: scrap.encoder, size: utf8Length(scrap.source ?? "") }
      : { kind: "error", error };
  }
  const { value } = result;
  if (value === undefined) return { kind: "none" };
  if (isScalar(value)) return { kind: "scalar", value, text: scalarText(value, scrap) };
  return isTable(value) ? { kind: "table", table: value } : { kind: "json", value };
}

/** Whether a value fits a table's cell. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "bigint", "boolean"].includes(typeof value);
}

/** A number as it stands in the notebook, `1.0` as `1.0`: a report rounds nothing. */
function scalarText(value: Scalar, { encoder, source }: Scrap): string {
  const isNumber = typeof value === "number" || typeof value === "bigint";
  return isNumber && encoder === "json" && source !== undefined && !source.startsWith('"')
    ? source
    : String(value);
}
