import type { RenderMime } from "./part.ts";
import { renderText } from "./plain.ts";

/** `text/markdown`: its source. Markdown may hold any HTML, and reads well as it is. */
export const renderMarkdown: RenderMime = ({ text, label }) => renderText(text, label, "wrapped");
