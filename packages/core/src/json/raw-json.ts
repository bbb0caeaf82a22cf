import { JsonText } from "./json-text.ts";
import { parseExpected } from "./parse.ts";
import type { JsonValue } from "./value.ts";

/**
 * A JSON value as its exact text: what payload data is in an {@link Output}, so that `1.0`, `NaN`,
 * long integers and frames are written as they were read. SPEC §11.5.
 */
export class RawJson extends JsonText {
  #value: JsonValue | undefined;

  /** The value that the text stands for, parsed once. */
  get value(): JsonValue {
    this.#value ??= parseExpected(this.text);
    return this.#value;
  }

  /** What `JSON.stringify` writes: the value, in the numbers that JavaScript has. */
  toJSON(): JsonValue {
    return this.value;
  }
}
