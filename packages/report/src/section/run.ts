import type { FailedCell, Run, RunStatus } from "@scrapbook/core";
import { cutText } from "@scrapbook/core/internal";
import type { Entry } from "../entry.ts";
import { formatDuration } from "../format/duration.ts";
import { formatTime } from "../format/time.ts";
import { html, type SafeHtml } from "../html.ts";
import { visibleText } from "../visible-text.ts";

/** How a run ended, in a word or two, and the badge's colour. */
const badges: Readonly<Record<RunStatus, readonly [word: string, tone: string]>> = {
  completed: ["completed", "good"],
  failed: ["failed", "bad"],
  partial: ["unfinished", "warn"],
  none: ["no run", "none"],
};

/** How a run ended: the words tell, the colour helps. */
export function renderRunBadge(run: Run | undefined): SafeHtml {
  const [word, tone] = run === undefined ? ["unreadable", "bad"] : badges[run.status];
  return html`<span class="badge ${tone}">${word}</span>`;
}

/** What papermill says of the run, on one line; where it failed first. */
export function renderRunFacts({ run, failedPrompt }: Entry): SafeHtml | undefined {
  if (run === undefined || run.status === "none") return undefined;
  const facts = [
    ...failureFacts(run, failedPrompt),
    run.duration !== undefined && formatDuration(run.duration),
    run.startTime !== undefined && started(run.startTime),
    run.version !== undefined && `papermill ${visibleText(cutText(run.version, 40))}`,
  ].filter((fact) => fact !== false && fact !== "");
  return html`<span class="facts">${facts.map((fact, i) => html`${i > 0 && " · "}${fact}`)}</span>`;
}

function failureFacts(run: Run, prompt: string | undefined): (SafeHtml | false)[] {
  const { failedCell: cell, status } = run;
  return [
    cell !== undefined &&
      html`<strong class="fault">${exceptionText(cell)}</strong> at ${prompt !== undefined && `${prompt}, `}<code>/cells/${cell.index}</code>`,
    status === "partial" && html`<strong class="caution">It has not ended, or was killed</strong>`,
  ];
}

/** `ValueError: no prices`, as Python ends its traceback. */
function exceptionText({ ename, evalue }: FailedCell): string {
  const parts = [ename ?? "A cell failed", evalue].filter(
    (part) => part !== undefined && part !== "",
  );
  return visibleText(cutText(parts.join(": "), 300));
}

function started(time: string): SafeHtml {
  const formatted = formatTime(time);
  return formatted === undefined
    ? html`started ${visibleText(cutText(time, 60))}`
    : html`started <time datetime="${time}">${formatted}</time>`;
}
