import type { Json } from "../json.ts";
import { digestOf } from "./bytes.ts";
import { readTag } from "./tag.ts";

/** Longest text that {@link show} gives, in characters, so that a difference stays readable. */
const maxLength = 160;

/** A tagged value as a person writes it: numbers bare, bytes as their length and hash. */
export function show(value: Json | undefined): string {
  return cut(draw(value, 4), maxLength);
}

/** `text` cut to `length` characters, saying how many there were. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length} characters)`;
}

function draw(value: Json | undefined, depth: number): string {
  const tagged = readTag(value);
  switch (tagged.kind) {
    case "absent":
      return "nothing";
    case "any":
      return "anything";
    case "null":
      return "null";
    case "boolean":
      return String(tagged.value);
    case "number":
      return tagged.text;
    case "text":
      return JSON.stringify(tagged.text);
    case "bytes": {
      const { sha256, length } = digestOf(tagged.bytes);
      return `${length} bytes with sha256 ${sha256}`;
    }
    case "digest":
      return `${tagged.digest.length} bytes with sha256 ${tagged.digest.sha256}`;
    case "error":
      return `the error ${drawMembers(Object.entries(tagged.error), depth)}`;
    case "mistake":
      return `${cut(JSON.stringify(value), 80)} (${tagged.message})`;
    case "array":
      if (depth === 0 && tagged.items.length > 0) return "[…]";
      return `[${drawSome(tagged.items, (item) => draw(item, depth - 1))}]`;
    case "object":
      return drawMembers(tagged.members, depth);
    case "record":
      return drawMembers(Object.entries(tagged.record), depth);
  }
}

function drawMembers(members: readonly (readonly [string, Json])[], depth: number): string {
  if (depth === 0 && members.length > 0) return "{…}";
  return `{${drawSome(members, ([key, value]) => `${JSON.stringify(key)}: ${draw(value, depth - 1)}`)}}`;
}

/** A list in a difference is to be recognised, not read: its first elements do. */
function drawSome<T>(items: readonly T[], drawOne: (item: T) => string): string {
  const shown = items.slice(0, 12).map(drawOne).join(", ");
  return items.length > 12 ? `${shown}, … (${items.length})` : shown;
}
