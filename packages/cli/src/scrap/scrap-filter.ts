import type { Scrap } from "@scrapbook/core";
import type { OptionDefinition } from "../verb.ts";
import { bytesOf, parseBytes } from "./byte-size.ts";
import { matcher } from "./name-pattern.ts";

/** Options of every command that works on some scraps of a notebook. */
export interface FilterOptions {
  readonly name?: readonly string[];
  readonly encoder?: readonly string[];
  readonly minSize?: number;
}

/** The same, as the command line has them. */
export const filterOptions: readonly OptionDefinition[] = [
  {
    flags: "-n, --name <pattern>",
    help: "only scraps of this name; * and ? stand for anything",
    many: true,
  },
  { flags: "-e, --encoder <name>", help: "only scraps of this encoder", many: true },
  {
    flags: "--min-size <size>",
    help: "only scraps of at least this size: 1MB, 20kB",
    parse: parseBytes,
  },
];

/** Whether a scrap is one of those that the options ask for. Without options every scrap is. */
export function scrapFilter({
  name,
  encoder,
  minSize = 0,
}: FilterOptions): (scrap: Scrap) => boolean {
  const isNamed = matcher(name);
  return (scrap) =>
    isNamed(scrap.name) &&
    (encoder?.includes(scrap.encoder) ?? true) &&
    (minSize === 0 || bytesOf(scrap) >= minSize);
}

/** Whether the options ask for anything at all. */
export function isFiltering({ name, encoder, minSize }: FilterOptions): boolean {
  return name !== undefined || encoder !== undefined || minSize !== undefined;
}
