import type { Scrapbook } from "@scrapbook/core";
import { reportOutputs } from "@scrapbook/core";
import { visibleLines } from "../text/visible.ts";
import { escapedMarkdown } from "./markdown.ts";

/** Forms of an output that Markdown can show, the best first. */
const readable = [
  "text/markdown",
  "image/svg+xml",
  "image/png",
  "image/jpeg",
  "image/gif",
  "text/plain",
] as const;

/** What Python's `scraps_report` shows, as one Markdown text. */
export function reportMarkdown(book: Scrapbook, includeData: boolean): string {
  return reportOutputs(book, { includeData })
    .filter(({ data }) => !Object.keys(data).every(isPayload))
    .map(({ data }) => {
      const mime = readable.find((it) => it in data);
      if (mime === undefined)
        return `*${escapedMarkdown(Object.keys(data).join(", ") || "nothing")}*\n`;
      return section(mime, textOf(data[mime]));
    })
    .join("\n");
}

/** A notebook shows nothing of a scrap's data, which `scraps_report` glues anew before its display. */
const isPayload = (mime: string) => mime.startsWith("application/scrapbook.scrap.");

function section(mime: string, content: string): string {
  if (mime === "text/markdown") return `${markdown(content)}\n`;
  if (mime === "text/plain") return `${fenced(visibleLines(content))}\n`;
  const base64 =
    mime === "image/svg+xml" ? Buffer.from(content).toString("base64") : content.replace(/\s/g, "");
  return `![](data:${mime};base64,${base64})\n`;
}

/**
 * A heading, whose name is text; or a notebook's own Markdown, without HTML: what a page makes of it
 * is not for a notebook to say.
 */
function markdown(content: string): string {
  if (content === "<hr>") return content;
  const [, hashes, name] = /^(#{3,4}) (.*)$/s.exec(content) ?? [];
  if (hashes !== undefined) return `${hashes} ${escapedMarkdown(name ?? "")}`;
  return visibleLines(content).replace(/<(?=[a-z/!?])/gi, "\\<");
}

/** Plain text that no run of backticks in it can end. */
function fenced(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join("") : String(value);
}
