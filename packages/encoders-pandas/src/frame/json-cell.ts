import { encodeBase64 } from "@scrapbook/core/internal";
import type { Cell } from "./cell.ts";
import { record } from "./record.ts";

/** A value as JSON has it. */
export type JsonCell =
  | null
  | boolean
  | number
  | string
  | readonly JsonCell[]
  | { readonly [name: string]: JsonCell };

/**
 * A value for `JSON.stringify`: a bigint is its decimal text, bytes are base64, NaN and the
 * infinities null.
 */
export function jsonCell(cell: Cell): JsonCell {
  if (typeof cell === "bigint") return String(cell);
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "object" || cell === null) return cell;
  if (cell instanceof Uint8Array) return encodeBase64(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (isList(cell)) return cell.map(jsonCell);
  const members = Object.entries(cell);
  return record(
    members.map(([name]) => name),
    (i) => jsonCell(members[i]?.[1] ?? null),
  );
}

const isList = (cell: Cell): cell is readonly Cell[] => Array.isArray(cell);
