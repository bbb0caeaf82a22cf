import { ScrapbookError } from "../error/error.ts";
import type { ParseOptions } from "../json/parse-options.ts";
import type { JsonValue } from "../json/value.ts";
import { refuseDisplayPayload } from "./display.ts";
import type { AnyEncoder } from "./encoder.ts";
import { decodeJsonData } from "./json.ts";
import { decodeText } from "./text.ts";

/** Turns a payload's `data` into its value. Some need more than the value: its spelling, options. */
export type Decode = (data: JsonValue, text: () => string, options: ParseOptions) => unknown;

/** What reading needs of encoders, by name: a program that only reads bundles no encoding. */
export type Decoders = ReadonlyMap<string, Decode>;

const builtIn: readonly (readonly [name: string, decode: Decode])[] = [
  ["text", (data, text) => decodeText(data, text())],
  ["json", (data, _text, options) => decodeJsonData(data, options)],
  ["display", refuseDisplayPayload],
];

/** The decoders of text, json and display, then those of the given encoders. SPEC §4.1. */
export function createDecoders(given: readonly AnyEncoder[] = []): Decoders {
  checkGiven(given);
  const own = given.map((encoder): [string, Decode] => [
    encoder.name,
    (data) => encoder.decode(data as never),
  ]);
  return new Map([...builtIn, ...own]);
}

/** Whether it is a list of encoders: not one alone, and not their names. */
export function isEncoderList(given: unknown): boolean {
  return Array.isArray(given) && given.every((one) => one?.encode);
}

/**
 * @throws `usage-argument` for what is no list of encoders, and for one called `display`, which
 * cannot be replaced. SPEC §4.1.
 */
export function checkGiven(given: readonly AnyEncoder[]): void {
  if (isEncoderList(given) && given.every(({ name }) => name !== "display")) return;
  throw new ScrapbookError("usage-argument", {
    what: "encoders is a list of encoders, and none replaces display",
  });
}
