import { html, type SafeHtml, trustedHtml } from "../html.ts";

/**
 * The beginning of a link: to the web and to mail, in a window of its own that knows nothing of this
 * one. Any other address, such as `javascript:` or one within this page, is no link.
 */
export function renderLinkStart(address: string): SafeHtml {
  return /^(?:https?:\/\/|mailto:)/i.test(address)
    ? html`<a href="${address}" target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">`
    : trustedHtml("<a>");
}

/** The end of any link. */
export function renderLinkEnd(): SafeHtml {
  return trustedHtml("</a>");
}
