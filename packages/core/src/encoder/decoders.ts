import { ScrapbookError } from "../error.ts";
import type { ParseOptions } from "../json/parse.ts";
import type { JsonValue } from "../json/value.ts";
import { refuseDisplayPayload } from "./display.ts";
import type { AnyEncoder } from "./encoder.ts";
import { decodeJsonData } from "./json.ts";
import { decodeText } from "./text.ts";

/** Turns a payload's `data` into its value. Some need more than the value: its spelling, options. */
export type Decode = (data: JsonValue, source: () => string, options: ParseOptions) => unknown;

/** What reading needs of encoders, by name: a program that only reads bundles no encoding. */
export type Decoders = ReadonlyMap<string, Decode>;

const builtIn: readonly (readonly [name: string, decode: Decode])[] = [
  ["text", (data, source) => decodeText(data, source())],
  ["json", (data, _source, options) => decodeJsonData(data, options)],
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

/** @throws `usage-argument` for an encoder called `display`, which cannot be replaced. SPEC §4.1. */
export function checkGiven(given: readonly AnyEncoder[]): void {
  if (given.every((encoder) => encoder.name !== "display")) return;
  throw new ScrapbookError("usage-argument", { what: "The display encoder cannot be replaced" });
}
