import { cutText } from "@scrapbook/core/internal";
import { html, type SafeHtml } from "./html.ts";

/** Names and messages are cut here: a hostile notebook may hold one of many megabytes. */
const longestName = 160;

/**
 * Text in which nothing that changes the order of other text is left: each embedding, override and
 * isolate is shown by its number, so that `gpj.exe` cannot pose as something else. Line ends too.
 */
export function visibleText(text: string): string {
  return text.replace(/[\n\r\t\u2028-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20
      ? String.fromCharCode(0x2400 + code)
      : `⟨U+${code.toString(16).toUpperCase()}⟩`;
  });
}

/** A name for attributes, such as an alternative text: visible and not too long. */
export function nameText(name: string): string {
  return name === "" ? "(empty name)" : visibleText(cutText(name, longestName));
}

/** A key or a scrap's name, kept apart from the direction of the text around it. */
export function renderName(name: string): SafeHtml {
  return name === "" ? html`<em>(empty name)</em>` : html`<bdi>${nameText(name)}</bdi>`;
}
