import { html, type SafeHtml } from "../html.ts";
import { renderNote } from "../note.ts";
import type { Allowance } from "./allowance.ts";

/** How many displays did not fit the page, and what to do. */
export function renderOverflow({ refused }: Allowance): SafeHtml | undefined {
  if (refused === 0) return undefined;
  const many = refused !== 1;
  return renderNote(
    html`${refused.toLocaleString("en")} display${many ? "s are" : " is"} left out: the page would be longer than <code>maxPageLength</code> allows. Choose fewer with <code>charts</code>, or allow more.`,
  );
}
