import { decodeString } from "../json/string-literal.ts";
import type { Part } from "./outline.ts";
import { bytesOf, parseValue } from "./region.ts";

const quote = 0x22;
const bracket = 0x5b;

/** The text that a part is; `undefined` where it is none. Never throws. */
export function partText(part: Part | undefined): string | undefined {
  const bytes = part && bytesOf(part.region, part.span);
  return bytes?.[0] === quote ? decodeString(bytes, 0, bytes.length) : undefined;
}

/**
 * The lines of a part, which nbformat writes as one text or as an array of texts; `undefined` where
 * it is neither. Never throws.
 */
export function partLines(part: Part | undefined): readonly string[] | undefined {
  if (part === undefined) return undefined;
  const bytes = bytesOf(part.region, part.span);
  if (bytes[0] === quote) return [decodeString(bytes, 0, bytes.length)];
  if (bytes[0] !== bracket) return undefined;
  const lines = parseValue(part.region, part.span, { maxIntegerDigits: Number.POSITIVE_INFINITY });
  return (lines as unknown[]).filter((line) => typeof line === "string");
}
