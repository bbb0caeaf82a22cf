import { parseJson } from "../json/parse.ts";
import type { JsonValue } from "../json/value.ts";

/**
 * A JSON value as its exact text: what payload data is in an {@link Output}, so that `1.0`, `NaN`,
 * long integers and frames are written as they were read. SPEC §11.5.
 */
export class RawJson {
  /** The JSON text. */
  readonly text: string;
  #value: JsonValue | undefined;

  /** @param text JSON that is known to be right: it is not checked. */
  constructor(text: string) {
    this.text = text;
  }

  /** The value that the text stands for, parsed once. */
  get value(): JsonValue {
    this.#value ??= parseJson(this.text);
    return this.#value;
  }

  /** What `JSON.stringify` writes: the value, in the numbers that JavaScript has. */
  toJSON(): JsonValue {
    return this.value;
  }
}
