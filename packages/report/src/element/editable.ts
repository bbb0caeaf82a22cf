import { isScrapbookError, parseJson } from "@scrapbook/core";
import type { Entry } from "../entry.ts";

/** The `detail` of a `scrap-edit` event. */
export interface ScrapEdit {
  /** The notebook's key. */
  readonly key: string;
  /** The scrap's name. */
  readonly name: string;
  /** What the scrap shall be: of the kind that it was, or another JSON value. */
  readonly value: unknown;
  /** What it was. */
  readonly oldValue: unknown;
}

/**
 * Gives each scalar of the scrap lists a button that turns it into a field. Enter sends `scrap-edit`
 * from `target`; a listener that prevents the default refuses the change. Escape leaves it.
 */
export function makeEditable(
  target: HTMLElement,
  root: ShadowRoot,
  entries: readonly Entry[],
): void {
  for (const entry of entries) {
    const scraps = [...entry.scraps.values()];
    const rows = root
      .getElementById(entry.anchor)
      ?.querySelectorAll<HTMLTableRowElement>("table.scraps tbody tr");
    rows?.forEach((row, index) => {
      const found = scraps[index];
      const cell = row.cells[1];
      if (found?.value.kind !== "scalar" || cell === undefined) return;
      const { value, text } = found.value;
      addField(cell, text, `Edit ${found.scrap.name}`, (input) => {
        const detail: ScrapEdit = {
          key: entry.key,
          name: found.scrap.name,
          value: readInput(input, typeof value === "string"),
          oldValue: value,
        };
        const event = new CustomEvent("scrap-edit", {
          detail,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        return target.dispatchEvent(event);
      });
    });
  }
}

/** Text stays text; anything else is JSON. @throws `json-` errors. */
function readInput(input: string, isText: boolean): unknown {
  return isText ? input : parseJson(input);
}

function addField(
  cell: HTMLTableCellElement,
  text: string,
  label: string,
  send: (input: string) => boolean,
): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "edit";
  button.append(...cell.childNodes);
  // Who does not see the value hears it.
  const name = (): void => button.setAttribute("aria-label", `${label}: ${button.textContent}`);
  name();
  cell.append(button);
  let now = text;
  button.addEventListener("click", () => {
    const field = document.createElement("input");
    field.value = now;
    field.setAttribute("aria-label", label);
    cell.replaceChildren(field);
    field.focus();
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
      if (event.key === "Enter") take();
    });
    field.addEventListener("blur", () => leave());
    const leave = (): void => {
      if (field.isConnected) cell.replaceChildren(button);
      button.focus();
    };
    const take = (): void => {
      try {
        if (field.value !== now && send(field.value)) {
          now = field.value;
          button.textContent = now;
          name();
        }
        leave();
      } catch (error) {
        if (!isScrapbookError(error)) throw error;
        field.setCustomValidity("This is no JSON value");
        field.reportValidity();
      }
    };
    field.addEventListener("input", () => field.setCustomValidity(""));
  });
}
