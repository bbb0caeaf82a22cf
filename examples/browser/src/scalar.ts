import type { Notebook } from "@scrapbook/browser-io";

/** A value that a person can change in one line. */
export type Scalar = string | number | bigint | boolean;

const isScalar = (value: unknown): value is Scalar =>
  ["string", "number", "bigint", "boolean"].includes(typeof value);

/** The values of a notebook that can be changed here. */
export function scalarsOf({ scraps }: Notebook): ReadonlyMap<string, Scalar> {
  const found = new Map<string, Scalar>();
  for (const [name, scrap] of scraps) {
    const data = scrap.tryData();
    if (data.ok && isScalar(data.value)) found.set(name, data.value);
  }
  return found;
}

/** A field to change a value in. */
export function fieldOf(name: string, value: Scalar): HTMLInputElement {
  const field = document.createElement("input");
  field.name = name;
  field.autocomplete = "off";
  if (typeof value === "boolean") {
    field.type = "checkbox";
    field.checked = value;
  } else {
    field.type = typeof value === "string" ? "text" : "number";
    field.step = typeof value === "bigint" ? "1" : "any";
    field.required = field.type === "number";
    field.value = String(value);
  }
  return field;
}

/** What the field holds now, in the type that the value had. */
export function fieldValue(field: HTMLInputElement, before: Scalar): Scalar {
  if (typeof before === "boolean") return field.checked;
  if (typeof before === "string") return field.value;
  return typeof before === "bigint" ? BigInt(field.value) : Number(field.value);
}
