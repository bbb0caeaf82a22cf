import { displayEncoder } from "./display.ts";
import type { Encoder } from "./encoder.ts";
import { jsonEncoder } from "./json.ts";
import { textEncoder } from "./text.ts";

/** Encoders by name, in the order in which they are asked. SPEC §4.1. */
export type Encoders = ReadonlyMap<string, Encoder<never, never>>;

/**
 * text, json, display, then the given ones in order. A given one replaces another of its name.
 * There is no global registry: two readers in one program never meet.
 */
export function createEncoders(given: readonly Encoder<never, never>[] = []): Encoders {
  const all = [textEncoder, jsonEncoder, displayEncoder, ...given];
  return new Map(all.map((encoder) => [encoder.name, encoder as Encoder<never, never>]));
}
