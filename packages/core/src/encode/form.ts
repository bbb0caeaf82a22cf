import { parseJson } from "../json/parse.ts";
import { RawJson } from "../json/raw-json.ts";
import { type StringifyOptions, stringifyJson } from "../json/stringify.ts";
import type { JsonValue } from "../json/value.ts";

/** How what is glued is written: as exact text for a file, or as plain values for a kernel. */
export interface Form<T> {
  /**
   * A value as it is written.
   *
   * @param steps where it lies in the output, if it is no scrap's data.
   */
  write(value: unknown, nonFinite: StringifyOptions["nonFinite"], steps: readonly string[]): T;
  /** The value of JSON that is given as bytes, for a MIME type that is JSON. */
  parse(bytes: Uint8Array, mime: string): JsonValue;
  /** Whether it is the null that no payload holds. */
  isNull(written: T): boolean;
}

/** The form of files. */
export const exactForm: Form<RawJson> = {
  write: (value, nonFinite) => new RawJson(stringifyJson(value, { nonFinite })),
  parse: (bytes) => parseJson(bytes),
  isNull: ({ text }) => text === "null",
};
