import type { Bundle, JsonValue } from "@scrapbook/core";

/** The JavaScript value that a tagged value of a case stands for: `conformance/CASES.md`. */
export function untag(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(untag);
  const [[tag, content] = ["", undefined]] = Object.entries(value);
  switch (tag) {
    case "$number":
      return untagNumber(content as string);
    case "$string16":
      return untagText(value);
    case "$bytes":
      return new Uint8Array(Buffer.from(content as string, "base64"));
    case "$object":
      return untagObject(content as readonly [unknown, unknown][]);
    case "$display":
      return untagBundle(content as TaggedBundle);
    case "$other":
      return others[content as string]?.();
    default:
      throw new Error(`${tag} is no tag`);
  }
}

/** Text of a request: a string, or UTF-16 units where it has lone surrogates. */
export function untagText(text: unknown): string {
  if (typeof text === "string") return text;
  const units = (text as { $string16: string }).$string16.match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

/** What is shown, as a case writes it. */
export interface TaggedBundle {
  readonly data: unknown;
  readonly metadata?: unknown;
}

/** A bundle as the packages take it. */
export function untagBundle({ data, metadata }: TaggedBundle): Bundle {
  const shown = { data: untag(data) as Bundle["data"] };
  if (metadata === undefined) return shown;
  return { ...shown, metadata: untag(metadata) as { [key: string]: JsonValue } };
}

/** An integer beyond the safe ones is a bigint; `1.0` is 1, as everywhere in JavaScript. */
function untagNumber(text: string): number | bigint {
  const value = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : value;
}

function untagObject(members: readonly (readonly [unknown, unknown])[]): object {
  const object = {};
  for (const [key, value] of members) {
    // Not an assignment: `__proto__` is a key like any other.
    Object.defineProperty(object, untagText(key), {
      ...{ value: untag(value), enumerable: true, writable: true, configurable: true },
    });
  }
  return object;
}

const others: Readonly<Record<string, () => unknown>> = {
  date: () => new Date(Date.UTC(2020, 1, 29)),
  set: () => new Set([1]),
  bytes: () => new Uint8Array([1]),
  undefined: () => undefined,
  function: () => () => {},
  cycle() {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    return cycle;
  },
};
