import type { RenderMime } from "./part.ts";

/** Pictures, sounds, films and documents of types that a page cannot be sure to show: a line. */
export const renderBinary: RenderMime = () => ({ refused: "a report does not show this type" });

/** Whether a MIME type is of {@link renderBinary}'s kind. */
export function isBinaryMime(mime: string): boolean {
  return /^(image|audio|video|font)\//.test(mime) || mime === "application/pdf";
}
