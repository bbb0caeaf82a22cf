import type { FailedCell, Run } from "@scrapbook/core";
import { cutText } from "@scrapbook/core/internal";
import { renderAnsi } from "../ansi/ansi.ts";
import { html, type SafeHtml } from "../html.ts";

/** A recursion's traceback may be of a million lines: a reader looks at its end. */
const longestTraceback = 20_000;
/** A cell of more code is shown to here. */
const longestCode = 20_000;

/** Why a run failed: its traceback, as the kernel coloured it, and the cell's code. */
export function renderTraceback(run: Run | undefined, label: string): SafeHtml | undefined {
  const cell = run?.failedCell;
  if (cell === undefined) return undefined;
  const traceback = hasTraceback(cell) ? renderLines(cell.traceback, label) : undefined;
  return html`${traceback}${renderCode(cell.source, label, traceback === undefined)}`;
}

function renderLines(lines: readonly string[], label: string): SafeHtml {
  const text = lines.join("\n");
  const cut =
    text.length > longestTraceback
      ? `…${cutText(text.slice(-longestTraceback), longestTraceback)}`
      : text;
  return html`<pre class="kept traceback" role="group" tabindex="0" aria-label="Traceback of ${label}">${renderAnsi(cut)}</pre>`;
}

/** The code of the cell: a traceback shows some lines of it, and without one it is all there is. */
function renderCode(
  code: string | undefined,
  label: string,
  isOpen: boolean,
): SafeHtml | undefined {
  if (code === undefined || code.trim() === "") return undefined;
  return html`<details class="code"${isOpen && html` open`}><summary>The cell’s code</summary><pre class="kept" role="group" tabindex="0" aria-label="Code of ${label}">${cutText(code, longestCode)}</pre></details>`;
}

function hasTraceback(
  cell: FailedCell,
): cell is FailedCell & { readonly traceback: readonly string[] } {
  const { traceback } = cell as { readonly traceback?: unknown };
  return Array.isArray(traceback) && traceback.length > 0;
}
