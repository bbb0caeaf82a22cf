import { pageScriptHash } from "./generated/page-script.ts";

/**
 * What the page may do: run our one script, style itself, show pictures that stand in it. Frames made
 * by `srcdoc` inherit it, so that a notebook's HTML loads nothing either.
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  `script-src '${pageScriptHash}'`,
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
