import type { Bundle } from "@scrapbook/core";

/** What we use of DOM elements, of whatever DOM. */
interface Element {
  readonly outerHTML: string;
  readonly localName?: string;
}

/** An element of a DOM: SVG as a picture, anything else as HTML. */
export function elementBundle(value: object): Bundle | undefined {
  const { outerHTML, localName } = value as Partial<Element>;
  if (typeof outerHTML !== "string" || typeof localName !== "string") return undefined;
  if (localName.toLowerCase() !== "svg") return { data: { "text/html": outerHTML } };
  return { data: { "image/svg+xml": svgText(outerHTML) } };
}

/** SVG that stands on its own: without its namespace no browser draws it as a picture. */
export function svgText(markup: string): string {
  const [tag = ""] = /^<svg\b[^>]*/i.exec(markup) ?? [];
  if (/\sxmlns\s*=/.test(tag)) return markup;
  return `<svg xmlns="http://www.w3.org/2000/svg"${markup.slice("<svg".length)}`;
}
