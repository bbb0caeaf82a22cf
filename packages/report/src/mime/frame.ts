import { html, type SafeHtml } from "../html.ts";

/**
 * Elements that a frame's content loses, by a change of their names. Sandbox and policy stop what they
 * would load or run, but in Chromium a frame within the frame, and a click on a link, still open a
 * connection before they are stopped; elsewhere `<link rel=preconnect>` may. None of them is made
 * without its literal name, so that this needs no parser.
 */
const renamed =
  /<(?=(?:a|area|base|embed|fencedframe|form|frame|frameset|iframe|link|meta|object|portal)(?![a-z0-9]))/gi;

/**
 * Notebooks expect dark text on white, and style tables like this. The policy stands in the frame as
 * well: the page around it may have none.
 */
const frameHead = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"><meta http-equiv="x-dns-prefetch-control" content="off"><style>
:root{color-scheme:light;print-color-adjust:exact}
body{margin:10px;background:#fff;color:#1b2024;font:14px/1.45 system-ui,sans-serif}
table{border-collapse:collapse;font-size:13px}
th,td{padding:3px 8px;border-bottom:1px solid #dfe2e4;text-align:right}
img,svg{max-width:100%}
</style>`;

/** Pixels of a table's row as the frame styles it, and of what stands around the table. */
const rowHeight = 28;
const aroundTable = 56;

/**
 * HTML in a frame of its own that runs no script, sends no form, opens nothing and, by the page's
 * policy, loads nothing. A page without script cannot learn how high the content is: the frame is
 * `height` pixels high, less where the content is a short table, and a reader can drag it.
 */
export function renderFrame(markup: string, label: string, height: number): SafeHtml {
  return html`<iframe sandbox title="${label}" height="${Math.min(height, tableHeight(markup))}" referrerpolicy="no-referrer" srcdoc="${
    frameHead + markup.replace(renamed, "<x-")
  }"></iframe>`;
}

/** About how high a table is; any number of pixels where there is more than that, or none. */
function tableHeight(markup: string): number {
  const rows = markup.match(/<tr[\s>]/gi)?.length ?? 0;
  const holdsMore = /<(?:img|svg|canvas|video|h[1-6]|pre|ul|ol)[\s>]/i.test(markup);
  return rows === 0 || holdsMore ? Number.POSITIVE_INFINITY : aroundTable + rows * rowHeight;
}
