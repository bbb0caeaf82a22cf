import type { Scrap, ScrapbookError, Table } from "@scrapbook/core";
import { isScalar, isTable, type Scalar, scalarText } from "@scrapbook/core/internal";
import { utf8Length } from "../format/byte-size.ts";

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

/** Reads a scrap's data; never throws. */
export function readScrapValue(scrap: Scrap): ScrapValue {
  const result = scrap.tryData();
  if (!result.ok) {
    const { error } = result;
    return error.code === "encoder-unknown"
      ? { kind: "stored", encoder: scrap.encoder, size: utf8Length(scrap.rawText ?? "") }
      : { kind: "error", error };
  }
  const { value } = result;
  if (value === undefined) return { kind: "none" };
  if (isScalar(value)) return { kind: "scalar", value, text: scalarText(scrap, value) };
  return isTable(value) ? { kind: "table", table: value } : { kind: "json", value };
}
