import type { Bundle, JsonValue } from "@scrapbook/core";
import { encodeBase64 } from "@scrapbook/core/internal";
import { elementBundle } from "./element.ts";
import { imageMime } from "./image-mime.ts";

/** The method that Deno and others ask a value for what it is shown as. */
const jupyterDisplay = Symbol.for("Jupyter.display");

/** MIME types and their values, as `Symbol.for("Jupyter.display")` gives them. */
type Media = Readonly<Record<string, JsonValue>>;

/**
 * What a value that is made to be shown looks like: one with `Symbol.for("Jupyter.display")`, an
 * element of SVG or HTML (Observable Plot's are), the bytes of a picture. `undefined` for all else.
 */
export function bundleOf(value: unknown): Bundle | Promise<Bundle> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { [jupyterDisplay]: display } = value as { [jupyterDisplay]?: unknown };
  if (typeof display === "function")
    return withMedia(display.call(value) as Media | Promise<Media>);
  if (value instanceof Uint8Array) {
    const mime = imageMime(value);
    return mime === undefined ? undefined : { data: { [mime]: encodeBase64(value) } };
  }
  return elementBundle(value);
}

function withMedia(media: Media | Promise<Media>): Bundle | Promise<Bundle> {
  return media instanceof Promise ? media.then((data) => ({ data })) : { data: media };
}
