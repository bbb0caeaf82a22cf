import { type Scrap, ScrapbookError } from "@scrapbook/core";

const units = ["B", "kB", "MB", "GB", "TB"];

/** `812 B`, `1.2 kB`, `34 MB`: powers of 1000, two digits. */
export function byteSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit === 0 || size >= 9.95 ? 0 : 1;
  return `${size.toFixed(digits)} ${units[unit]}`;
}

/**
 * Bytes from `1MB`, `20 kB`, `1.5GiB` or a plain number.
 *
 * @throws `usage-argument`.
 */
export function parseBytes(text: string): number {
  const [, digits, prefix = "", binary] =
    /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?\s*$/i.exec(text) ?? [];
  if (digits === undefined) {
    throw new ScrapbookError("usage-argument", {
      what: "This is no size",
      got: JSON.stringify(text.slice(0, 80)),
      expected: "a number of bytes such as 20kB, 1MB or 1.5GiB",
    });
  }
  const power = "kmgt".indexOf(prefix.toLowerCase()) + 1;
  return Math.round(Number(digits) * (binary ? 1024 : 1000) ** (prefix === "" ? 0 : power));
}

/** How many bytes of the notebook a scrap takes: its value and what it shows. */
export function bytesOf({ size }: Pick<Scrap, "size">): number {
  return size.data + size.display;
}
