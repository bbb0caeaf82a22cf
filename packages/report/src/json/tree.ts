import { cutText, describe } from "@scrapbook/core/internal";
import { html, type SafeHtml } from "../html.ts";
import { visibleText } from "../visible-text.ts";

/** A larger value is text: a page of ten thousand folds is no help. */
const mostNodes = 1_000;
/** As deep as somebody unfolds. */
const deepest = 32;
/** Text in a tree is cut here. */
const longestText = 2_000;

/**
 * A value as a tree that folds without script, its first level open. `undefined` for a value that is
 * no list and no object, or too large or deep for a tree.
 */
export function renderJsonTree(value: unknown): SafeHtml | undefined {
  if (typeof value !== "object" || value === null || !fits(value)) return undefined;
  return html`<div class="tree">${renderNode(undefined, value, true)}</div>`;
}

function renderNode(key: string | undefined, value: unknown, isOpen: boolean): SafeHtml {
  const name = key !== undefined && html`<b>${visibleText(cutText(key, longestText))}</b>: `;
  if (typeof value !== "object" || value === null) {
    return html`<div>${name}<code>${leaf(value)}</code></div>`;
  }
  const { size, preview } = describe(value, { maxLength: 60 });
  const members = membersOf(value);
  if (members.length === 0) return html`<div>${name}<code>${preview}</code></div>`;
  return html`<details${isOpen && html` open`}><summary>${name}<span class="quiet">${size}</span></summary>${members.map(
    ([member, item]) => renderNode(member, item, false),
  )}</details>`;
}

function leaf(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return visibleText(cutText(text, longestText));
}

function membersOf(value: object): readonly (readonly [string, unknown])[] {
  return Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
}

/** Whether a tree would be small enough. Looks at no more than fits. */
function fits(root: object): boolean {
  let nodes = 0;
  const waiting: (readonly [object, number])[] = [[root, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    nodes += items.length;
    if (nodes > mostNodes || depth > deepest) return false;
    for (const item of items) {
      if (typeof item === "object" && item !== null) waiting.push([item, depth + 1]);
    }
  }
  return true;
}
