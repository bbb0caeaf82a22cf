import { checkGiven } from "./decoders.ts";
import { displayEncoder } from "./display.ts";
import type { AnyEncoder } from "./encoder.ts";
import { jsonEncoder } from "./json.ts";
import { textEncoder } from "./text.ts";

/** Encoders by name, in the order in which they are asked. SPEC §4.1. */
export type Encoders = ReadonlyMap<string, AnyEncoder>;

/**
 * text, json, display, then the given ones in order. A given one takes the place of another of its
 * name; `display` cannot be replaced (`usage-argument`).
 * There is no global registry: two readers in one program never meet.
 */
export function createEncoders(given: readonly AnyEncoder[] = []): Encoders {
  checkGiven(given);
  const all = [textEncoder, jsonEncoder, displayEncoder, ...given];
  return new Map(all.map((encoder) => [encoder.name, encoder as AnyEncoder]));
}
