import type { Scrap } from "@scrapbook/core";
import { attempt } from "../attempt.ts";
import { formatBytes, utf8Length } from "../format/byte-size.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderErrorNote, renderNote } from "../note.ts";
import { nameText } from "../visible-text.ts";
import { isBinaryMime, renderBinary } from "./binary.ts";
import { renderGif } from "./gif.ts";
import { renderHtml, renderInlineTable } from "./html.ts";
import { renderJpeg } from "./jpeg.ts";
import { renderJson } from "./json.ts";
import { renderLatex } from "./latex.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Part, Refusal, RenderMime } from "./part.ts";
import { renderPlain } from "./plain.ts";
import { renderPng } from "./png.ts";
import type { Renderers } from "./renderers.ts";
import { isScriptMime, renderScriptChart } from "./script-chart.ts";
import { renderSvg } from "./svg.ts";
import { renderWebp } from "./webp.ts";

/** What bounds a display. */
export interface DisplayLimits {
  /** Bytes of one MIME type's part. */
  readonly maxDisplayBytes: number;
  /** Pixels. */
  readonly frameHeight: number;
  /** What was loaded for Markdown and LaTeX. Without it their source is shown. */
  readonly renderers?: Renderers | undefined;
}

/** A display as it is shown, and as which MIME type; `undefined` where no part could be shown. */
export interface RenderedDisplay {
  readonly markup: SafeHtml;
  readonly mime: string | undefined;
}

/**
 * The order of preference. Static pictures come before what only script could draw, and that before
 * the text which libraries put beside it; a table that passes the allow-list before other HTML.
 */
const preference: readonly (readonly [string | ((mime: string) => boolean), RenderMime])[] = [
  ["image/svg+xml", renderSvg],
  ["image/png", renderPng],
  ["image/webp", renderWebp],
  ["image/jpeg", renderJpeg],
  ["image/gif", renderGif],
  ["text/html", renderInlineTable],
  [isScriptMime, renderScriptChart],
  ["text/html", renderHtml],
  ["text/markdown", renderMarkdown],
  ["text/latex", renderLatex],
  ["application/json", renderJson],
  [isBinaryMime, renderBinary],
  ["text/plain", renderPlain],
  [(mime) => mime.startsWith("text/"), renderPlain],
  [(mime) => mime.endsWith("+json"), renderJson],
  [() => true, () => ({ refused: "a report does not show this type" })],
];

/**
 * A scrap's display in the best of its MIME types that can be shown safely. What is refused on the way
 * is named with its size and the reason.
 */
export function renderDisplay(scrap: Scrap, label: string, limits: DisplayLimits): RenderedDisplay {
  const read = attempt(() => ({ mimes: scrap.mimeTypes, metadata: scrap.display?.metadata ?? {} }));
  if (!read.ok) return { markup: renderErrorNote(read.error), mime: undefined };
  const { mimes, metadata } = read.value;
  const refusals = new Map<string, SafeHtml>();
  for (const [wanted, render] of preference) {
    for (const mime of mimes) {
      if (refusals.has(mime) || !(typeof wanted === "string" ? mime === wanted : wanted(mime))) {
        continue;
      }
      const part = attempt(() => readPart(scrap, mime));
      const rendered = part.ok
        ? renderPart(
            {
              ...part.value,
              metadata,
              label,
              frameHeight: limits.frameHeight,
              renderers: limits.renderers ?? {},
            },
            render,
            limits,
          )
        : { refused: part.error.code };
      if (rendered === undefined) continue;
      if (!("refused" in rendered)) {
        return { markup: html`${[...refusals.values()]}${rendered}`, mime };
      }
      const size = part.ok ? `, ${formatBytes(part.value.size)}` : "";
      refusals.set(mime, renderNote(`${nameText(mime)}${size}: ${rendered.refused}.`));
    }
  }
  const notes = [...refusals.values()];
  return {
    markup: notes.length === 0 ? renderNote("An empty display.") : html`${notes}`,
    mime: undefined,
  };
}

function renderPart(
  part: Part,
  render: RenderMime,
  { maxDisplayBytes }: DisplayLimits,
): SafeHtml | Refusal | undefined {
  return part.size > maxDisplayBytes
    ? { refused: `more than the ${formatBytes(maxDisplayBytes)} that this report shows` }
    : render(part);
}

function readPart(scrap: Scrap, mime: string): Pick<Part, "scrap" | "mime" | "text" | "size"> {
  const text = scrap.text(mime);
  return { scrap, mime, text, size: utf8Length(text) };
}
