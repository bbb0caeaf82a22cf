import { stringifyJson } from "@scrapbook/core";

/** An object whose members keep their order, also those whose names look like integers. */
export class JsonMembers {
  readonly members: readonly (readonly [name: string, value: unknown])[];

  constructor(members: readonly (readonly [name: string, value: unknown])[]) {
    this.members = members;
  }
}

/** The JSON text of arrays, {@link JsonMembers}, and what `stringifyJson` takes. */
export function jsonText(value: unknown, indent = 0, margin = ""): string {
  if (value === undefined) return "null";
  const isArray = Array.isArray(value);
  if (!isArray && !(value instanceof JsonMembers)) return stringifyJson(value, { compact: true });
  const inner = margin + " ".repeat(indent);
  const colon = indent === 0 ? ":" : ": ";
  const parts = isArray
    ? value.map((item) => jsonText(item, indent, inner))
    : value.members.map(
        ([name, member]) => stringifyJson(name) + colon + jsonText(member, indent, inner),
      );
  const [open, close] = isArray ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  if (indent === 0) return open + parts.join(",") + close;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}
