import type { RenderMime } from "./part.ts";
import { renderText } from "./plain.ts";

/** `text/latex`: its source. Setting it takes a library and its fonts, which a page would load. */
export const renderLatex: RenderMime = ({ text, label }) => renderText(text, label, "wrapped");
