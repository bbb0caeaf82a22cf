import { parseJson, ScrapbookError } from "@scrapbook/core";
import { byCodePoints, withSource } from "@scrapbook/core/internal";
import { wrongArgument } from "@scrapbook/core/io";

/** A JSON file on a web server that says which notebooks there are. */
export interface UrlIndex {
  readonly indexUrl: string;
}

/**
 * Names a JSON file that lists notebooks, so that `readNotebooks(urlIndex("out/index.json"))` reads
 * them: a list of URLs, or an object whose member `notebooks` is one. They are relative to the file,
 * and on its server: an index leads nobody elsewhere. SPEC §14.1 applies as to a folder.
 *
 * @throws `usage-argument`.
 */
export function urlIndex(url: string | URL): UrlIndex {
  if (typeof url !== "string" && !(url instanceof URL)) {
    throw wrongArgument("urlIndex takes the address of a JSON file", url, "a URL");
  }
  return { indexUrl: String(url) };
}

export function isUrlIndex(value: unknown): value is UrlIndex {
  return typeof value === "object" && value !== null && "indexUrl" in value;
}

/**
 * The URLs that an index lists, in code-point order.
 *
 * @param base where the index lies, as the browser found it.
 * @throws `json-` errors; `store-io` where it is no list of URLs; `store-permission` where one leads
 * to another server.
 */
export function urlsOf(bytes: Uint8Array, base: string, source: string): readonly string[] {
  const parsed = jsonOf(bytes, source);
  const list =
    typeof parsed === "object" && parsed !== null && "notebooks" in parsed
      ? parsed.notebooks
      : parsed;
  if (!Array.isArray(list) || !list.every((one) => typeof one === "string")) {
    throw new ScrapbookError("store-io", {
      what: "The index does not say which notebooks there are",
      source,
      expected: 'a list of URLs, or an object with such a list as "notebooks"',
    });
  }
  const urls = list.map((one: string) => urlFrom(one, base, source));
  return [...new Set(urls)].sort(byCodePoints);
}

function jsonOf(bytes: Uint8Array, source: string): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    throw withSource(error, source);
  }
}

function urlFrom(text: string, base: string, source: string): string {
  const shown = text.slice(0, 60);
  if (!URL.canParse(text, base)) {
    throw new ScrapbookError("store-io", {
      what: "The index lists what is no URL",
      source,
      got: shown,
    });
  }
  const url = new URL(text, base);
  if (url.origin === new URL(base).origin) return url.href;
  throw new ScrapbookError("store-permission", {
    what: "The index leads to another server",
    source,
    got: shown,
    hint: "Give a list of URLs yourself, if you trust them: readNotebooks([...]).",
  });
}
