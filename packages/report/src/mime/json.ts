import { parseJson, stringifyJson } from "@scrapbook/core";
import { attempt } from "../attempt.ts";
import { html } from "../html.ts";
import { renderJsonTree } from "../json/tree.ts";
import type { RenderMime } from "./part.ts";
import { renderText } from "./plain.ts";

/** Larger or deeper JSON stays as it is: indenting could make it many times as long. */
const indented = { length: 100_000, depth: 32 };

/** `application/json` and other JSON types: a tree; indented text where it would be too large. */
export const renderJson: RenderMime = ({ text, label }) => {
  if (text.length > indented.length) return renderText(text, label, "wrapped");
  const layout = attempt(() => {
    const value = parseJson(text, { maxDepth: indented.depth });
    const tree = renderJsonTree(value);
    return tree === undefined
      ? renderText(stringifyJson(value, { indent: 2, nonFinite: "literal" }), label, "kept")
      : html`<div role="group" aria-label="${label}">${tree}</div>`;
  });
  return layout.ok ? layout.value : renderText(text, label, "wrapped");
};
