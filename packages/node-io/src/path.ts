import { fileURLToPath } from "node:url";
import { ScrapbookError } from "@scrapbook/core";

/** Schemes of at least two letters, so that `C:\book.ipynb` is a path. */
const scheme = /^([a-z][a-z0-9+.-]+):\/\//i;

/**
 * The path that a caller's path or URL means. A path is a path: `#`, `?` and `;` are parts of it.
 *
 * @throws `store-scheme` for a URL that is no `file:` URL.
 */
export function toPath(input: string | URL): string {
  const text = String(input);
  const found = scheme.exec(text)?.[1]?.toLowerCase();
  if (found === "file") return fileURLToPath(text);
  if (found === undefined) return text;
  throw new ScrapbookError("store-scheme", {
    what: `This package reads files, not ${found}:// URLs`,
    source: withoutSecrets(text),
    hint:
      found === "adl"
        ? "Azure Data Lake Gen1 was retired in 2024: its successor's URLs begin with abfss://."
        : "Fetch the bytes and give them to parseNotebook of @scrapbook/core.",
  });
}

/** The URL without what may be a credential: user, password and query. */
function withoutSecrets(url: string): string {
  return url.replace(/^([^:]+:\/\/)[^/@]*@/, "$1").replace(/[?#].*$/s, "");
}
