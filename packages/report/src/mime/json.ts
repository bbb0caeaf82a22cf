import { parseJson, stringifyJson } from "@scrapbook/core";
import { attempt } from "../attempt.ts";
import type { RenderMime } from "./part.ts";
import { renderText } from "./plain.ts";

/** Larger or deeper JSON stays as it is: indenting could make it many times as long. */
const indented = { length: 100_000, depth: 32 };

/** `application/json` and other JSON types: indented and escaped. */
export const renderJson: RenderMime = ({ text, label }) => {
  if (text.length > indented.length) return renderText(text, label, "wrapped");
  const layout = attempt(() => {
    const value = parseJson(text, { maxDepth: indented.depth });
    return stringifyJson(value, { indent: 2, nonFinite: "literal" });
  });
  return layout.ok ? renderText(layout.value, label, "kept") : renderText(text, label, "wrapped");
};
