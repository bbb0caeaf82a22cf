import type { RenderMime } from "./part.ts";
import { renderImage } from "./picture.ts";

const root = /<svg(?=[\s/>])[^>]*/;

/**
 * `image/svg+xml`: an `<img>`, never inline: an SVG picture runs no script, follows no link, and loads
 * nothing, whatever stands in it.
 */
export const renderSvg: RenderMime = (part) => {
  const [start] = root.exec(part.text) ?? [];
  if (start === undefined) return { refused: "it holds no SVG element" };
  if (/\sxmlns\s*=/.test(start)) return renderImage(part);
  // Inline in a notebook it needs no namespace; as a file it does.
  const named = part.text.replace(root, (tag) =>
    tag.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'),
  );
  const text = named.replace(/\p{Surrogate}/gu, "\ufffd");
  return renderImage(part, `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
};
