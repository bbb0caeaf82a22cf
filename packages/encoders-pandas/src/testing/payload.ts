import { readdirSync, readFileSync } from "node:fs";
import type { DataFrame } from "../index.ts";
import { pandas } from "../index.ts";

const folder = new URL("../../../../conformance/notebooks/pandas/", import.meta.url);
const mime = "application/scrapbook.scrap.pandas+json";

/** The kinds of frames that real pandas wrote: `pandas3-ints`, `pandas2-ints`… */
export const kinds: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.ipynb$/, ""))
  .filter((name) => !name.includes("-broken-"));

/** The base64 that real scrapbook glued for a kind. */
export function payload(kind: string): string {
  const notebook = JSON.parse(readFileSync(new URL(`${kind}.ipynb`, folder), "utf8"));
  return notebook.cells[0].outputs[0].data[mime].data;
}

/** The Parquet file that real pandas wrote for a kind. */
export const parquetOf = (kind: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(payload(kind), "base64"));

/** The frame of a Parquet file. */
export const decoded = (parquet: Uint8Array): DataFrame =>
  pandas().decode(Buffer.from(parquet).toString("base64"));

/** The frame of a kind. */
export const frameOf = (kind: string): DataFrame => pandas().decode(payload(kind));
