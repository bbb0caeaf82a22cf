import { join } from "node:path";
import type { Scrap } from "@scrapbook/core";
import type { DataFrame } from "@scrapbook/encoders-pandas";
import { imageTypes } from "./image-types.ts";

/** A file that a scrap becomes. */
export interface ExtractedFile {
  /** Below the folder for all; no part of it can lead out of there. */
  readonly path: string;
  readonly bytes: Buffer;
}

const extensions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(imageTypes).map(([extension, mime]) => [mime, extension])),
  "image/jpeg": ".jpg",
  "application/pdf": ".pdf",
  "text/html": ".html",
  "text/markdown": ".md",
  "text/latex": ".tex",
  "text/plain": ".txt",
};

/** What a scrap becomes: its value as a file, and a file for each form in which it is shown. */
export function filesOf(key: string, scrap: Scrap): ExtractedFile[] {
  const folder = join(...key.split("/").map(fileName));
  const base = fileName(scrap.name);
  const files: ExtractedFile[] = [];
  if (scrap.rawText !== undefined) {
    const { extension, bytes } = stored(scrap);
    files.push({ path: join(folder, base + extension), bytes });
  }
  for (const mime of scrap.mimeTypes) {
    const extension =
      extensions[mime] ?? (/[/+]json$/.test(mime) ? `.${fileName(mime)}.json` : ".bin");
    const isText = /^text\/|[/+](json|xml)$/.test(mime);
    const bytes = isText ? Buffer.from(scrap.text(mime)) : Buffer.from(scrap.bytes(mime));
    files.push({ path: join(folder, `${base}.shown${extension}`), bytes });
  }
  return files;
}

function stored(scrap: Scrap): { extension: string; bytes: Buffer } {
  const { rawText = "", encoder } = scrap;
  if (encoder === "text" && typeof scrap.data === "string") {
    return { extension: ".txt", bytes: Buffer.from(scrap.data) };
  }
  if (encoder === "pandas") {
    const parquet = (scrap.data as DataFrame).parquetBytes;
    if (parquet !== undefined) return { extension: ".parquet", bytes: Buffer.from(parquet) };
  }
  // What no encoder here knows is kept as the JSON that is stored.
  return { extension: ".json", bytes: Buffer.from(`${rawText}\n`) };
}

/**
 * A name as a file's name, on every system: letters, digits and `._-` as they are, anything else as
 * `%` and its bytes. It is never empty, never hidden, never `..`, and no name of a device.
 */
export function fileName(name: string): string {
  const escaped = [...Buffer.from(name)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._-]/.test(character)
        ? character
        : `%${byte.toString(16).padStart(2, "0")}`;
    })
    .join("")
    .replace(/^\./, "%2e")
    .replace(/\.$/, "%2e");
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(escaped);
  return (isReserved ? `%${escaped}` : escaped).slice(0, 150) || "%";
}
