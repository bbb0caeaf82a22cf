import { describe } from "@scrapbook/core/internal";
import type { Entry } from "../entry.ts";
import { html, type SafeHtml } from "../html.ts";
import { renderName, visibleText } from "../visible-text.ts";
import { valueNamed } from "./named-value.ts";

/** Notebooks that share a parameter's value. */
export interface Group {
  /** `undefined` where nothing was to be grouped by. */
  readonly label: SafeHtml | undefined;
  readonly entries: readonly Entry[];
}

/** The notebooks by the value of a parameter, or of a scrap where no parameter has the name. */
export function groupEntries(
  entries: readonly Entry[],
  name: string | undefined,
): readonly Group[] {
  if (name === undefined) return [{ label: undefined, entries }];
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const value = valueNamed(entry, name);
    const text = value === undefined ? "" : describe(value, { maxLength: 80 }).preview;
    groups.set(text, [...(groups.get(text) ?? []), entry]);
  }
  return [...groups].map(([text, members]) => ({
    label: html`${renderName(name)} ${text === "" ? html`<em>none</em>` : html`<bdi>${visibleText(text)}</bdi>`} <span class="quiet">${members.length}</span>`,
    entries: members,
  }));
}
