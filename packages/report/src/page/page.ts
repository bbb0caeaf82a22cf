import { html, type SafeHtml, trustedHtml } from "../html.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { pageScript } from "./generated/page-script.ts";
import { styleSheet } from "./style-sheet.ts";

/** The page's one script. It stands once, behind the table that it works on. */
export const scriptElement: SafeHtml = html`<script>${trustedHtml(pageScript)}</script>`;

/**
 * A whole document around `main`, in which {@link scriptElement} stands. The policy comes before
 * everything that it governs; nothing comes from elsewhere, and the same content gives the same bytes.
 */
export function renderPage(title: string, main: SafeHtml): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustedHtml(contentSecurityPolicy)}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trustedHtml(styleSheet)}</style>
</head>
<body>
${main}
</body>
</html>
`.toString();
}
