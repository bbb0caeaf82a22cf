import { checkGiven } from "./decoders.ts";
import { displayEncoder } from "./display.ts";
import type { AnyEncoder, Encoding } from "./encoder.ts";
import { jsonEncoding } from "./json.ts";
import { textEncoder } from "./text.ts";

/** What writing needs of encoders, by name, in the order in which they are asked. SPEC §4.1. */
export type Encoders = ReadonlyMap<string, Encoding>;

/**
 * text, json, display, then the given ones in order. A given one takes the place of another of its
 * name; `display` cannot be replaced (`usage-argument`).
 * There is no global registry: two readers in one program never meet.
 */
export function createEncoders(given: readonly AnyEncoder[] = []): Encoders {
  checkGiven(given);
  // Who glues a thousand values asks a thousand times.
  return given.length === 0 ? builtIn : byName([...builtIn.values(), ...given]);
}

function byName(encoders: readonly (AnyEncoder | Encoding)[]): Encoders {
  return new Map(encoders.map((encoder) => [encoder.name, encoder as Encoding]));
}

const builtIn: Encoders = /* @__PURE__ */ byName([textEncoder, jsonEncoding, displayEncoder]);
