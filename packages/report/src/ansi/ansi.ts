import { html, type SafeHtml, trustedHtml } from "../html.ts";
import { createStyle, isPlain, type TerminalStyle } from "./style.ts";

/** ECMA-48's control sequences. Of them only those that end in `m` say how text looks. */
const sequence = /\p{Cc}\[([0-9;:?]*)[ -/]*([@-~])/gu;

/** More changes of style than this are no text that somebody reads: the rest stands plain. */
const mostSpans = 5_000;

/** Text with a terminal's colours, escaped; every other control sequence is left out. */
export function renderAnsi(text: string): SafeHtml {
  if (!/\p{Cc}\[/u.test(text)) return html`${text}`;
  const parts: SafeHtml[] = [];
  let style = createStyle();
  let at = 0;
  for (const match of text.matchAll(sequence)) {
    parts.push(renderRun(text.slice(at, match.index), style));
    at = match.index + match[0].length;
    if (match[2] !== "m") continue;
    style = parts.length > mostSpans ? createStyle() : style.apply(match[1] ?? "");
  }
  parts.push(renderRun(text.slice(at), style));
  return html`${parts}`;
}

function renderRun(text: string, style: TerminalStyle): SafeHtml {
  if (text === "" || isPlain(style)) return html`${text}`;
  const { classes, css } = style.toMarkup();
  return html`<span class="${classes}"${css !== "" && html` style="${trustedHtml(css)}"`}>${text}</span>`;
}
