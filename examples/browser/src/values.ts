import type { Notebook } from "@scrapbook/browser-io";
import { fieldOf, fieldValue, type Scalar, scalarsOf } from "./scalar.ts";

/** Shows a notebook's values, each in a field. */
export function showValues(notebook: Notebook, place: HTMLElement): void {
  place.replaceChildren(
    ...[...scalarsOf(notebook)].map(([name, value]) => {
      const label = document.createElement("label");
      label.append(name, fieldOf(name, value));
      return label;
    }),
  );
}

/** The values that a person has changed. */
export function changedValues(notebook: Notebook, place: HTMLElement): ReadonlyMap<string, Scalar> {
  const before = scalarsOf(notebook);
  const changed = new Map<string, Scalar>();
  for (const field of place.querySelectorAll("input")) {
    const old = before.get(field.name);
    if (old === undefined) continue;
    const now = fieldValue(field, old);
    if (now !== old) changed.set(field.name, now);
  }
  return changed;
}
