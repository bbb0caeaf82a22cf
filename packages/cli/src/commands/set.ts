import { extname } from "node:path";
import {
  type EditSession,
  isScrapbookError,
  parseJson,
  RawJson,
  ScrapbookError,
  type SetOptions,
  stringifyJson,
} from "@scrapbook/core";
import { type ChangeOptions, changeOne, changeOptions } from "../change/change-one.ts";
import { exitCode } from "../exit-code.ts";
import { readInput } from "../read-input.ts";
import { imageTypes } from "../scrap/image-types.ts";
import type { Apply, NewValue } from "../scrap/new-value.ts";
import type { Terminal } from "../terminal.ts";
import { visible } from "../text/visible.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface SetVerbOptions extends ChangeOptions {
  readonly json?: boolean;
  readonly text?: boolean;
  readonly csv?: string;
  readonly file?: string;
  readonly keepDisplay?: boolean;
  readonly cell?: number;
  readonly allowNan?: boolean;
}

/** Gives a scrap a value. */
export const set: Verb = defineVerb<SetVerbOptions>({
  arguments: [
    { name: "<notebook>", help: "a file, or the address of one" },
    { name: "<name>", help: "the scrap's name" },
    { name: "[value]", help: "JSON, or else text; - reads standard input" },
  ],
  options: [
    { flags: "--json", help: "the value is JSON; what is not is refused" },
    { flags: "--text", help: "the value is text, also where it looks like JSON" },
    {
      flags: "--csv <file>",
      help: "a CSV file becomes a DataFrame; one that it replaces hands on its index and dtypes",
    },
    {
      flags: "--file <picture>",
      help: "a picture becomes what the scrap shows: png, jpg, gif, svg, webp",
    },
    {
      flags: "--keep-display",
      help: "keep what the scrap shows now; else an old chart goes with the old value",
    },
    {
      flags: "--cell <index>",
      help: "the code cell, from 0, that gets a new scrap. Default: a new cell",
      parse: parseIndex,
    },
    {
      flags: "--allow-nan",
      help: "take NaN and Infinity, which Python reads and other programs may not",
    },
    ...changeOptions,
  ],
  description:
    "The scrap keeps its place; a new one comes into a new cell at the end. No other byte of the notebook changes.",
  examples: [
    { line: "set AAA.ipynb distance 0.1", help: "a number" },
    { line: "set AAA.ipynb note --text 42", help: "text that looks like a number" },
    { line: "set AAA.ipynb prices --csv prices.csv", help: "a DataFrame" },
    { line: "set AAA.ipynb chart --file chart.png", help: "a picture" },
    { line: "set AAA.ipynb distance 0.1 --dry-run", help: "see the change first" },
  ],
  run,
});

async function run({ args, options, terminal }: Call<SetVerbOptions>) {
  const [path = "", name = "", value] = args;
  const { apply, encoders } = await readValue(value, options, terminal);
  const more: SetOptions = {
    display: options.keepDisplay === true ? "keep" : "drop",
    cell: options.cell,
  };
  const change = (session: EditSession) => apply(session, name, more);
  await changeOne(path, change, options, terminal, {
    encoders,
    allowNan: options.allowNan,
  });
  return exitCode.fine;
}

async function readValue(
  value: string | undefined,
  options: SetVerbOptions,
  terminal: Terminal,
): Promise<NewValue> {
  const { csv, file, json, text } = options;
  const ways = [json && "--json", text && "--text", csv && "--csv", file && "--file"].filter(
    Boolean,
  );
  if (ways.length > 1) throw usage("A scrap has one value", ways.join(" and "), "one of them");
  if ((csv !== undefined || file !== undefined) === (value !== undefined)) {
    throw usage(
      "Say what the value is",
      value === undefined ? "none" : "two",
      "a value, --csv or --file",
    );
  }
  if (csv !== undefined) {
    const { csvValue } = await import("../scrap/csv-value.ts");
    return csvValue(await readInput(csv, terminal), (note) => {
      if (options.quiet !== true) terminal.err(`${visible(note)}\n`);
    });
  }
  if (file !== undefined) return { apply: await picture(file, terminal) };
  const given = value === "-" ? (await readInput("-", terminal)).toString("utf8") : (value ?? "");
  return { apply: textOrJson(given, options) };
}

function textOrJson(given: string, { json, text, allowNan }: SetVerbOptions): Apply {
  const parsed = text === true ? undefined : jsonValue(given, json === true);
  if (parsed === undefined || typeof parsed === "string") {
    const value = parsed ?? given;
    return (session, name, more) => session.set(name, value, { ...more, encoder: "text" });
  }
  if (parsed === null) throw isNull();
  if (!allowNan) checkFinite(parsed);
  // The text as it was typed: 1.0 stays 1.0.
  const raw = new RawJson(given.trim());
  return (session, name, more) => session.set(name, raw, { ...more, encoder: "json" });
}

/** The value that a text stands for; `undefined` where it is no JSON and need not be. */
function jsonValue(given: string, isRequired: boolean) {
  try {
    return parseJson(given);
  } catch (error) {
    if (isRequired) throw error;
    return undefined;
  }
}

/** @throws `json-non-finite`. */
function checkFinite(value: unknown): void {
  try {
    stringifyJson(value, { nonFinite: "error" });
  } catch (error) {
    throw isScrapbookError(error)
      ? new ScrapbookError(error.code, {
          what: "NaN and the infinities are no JSON",
          hint: "Python reads them: use --allow-nan to store them.",
          cause: error,
        })
      : error;
  }
}

const isNull = () =>
  new ScrapbookError("encoder-not-encodable", {
    what: "A scrap cannot be null",
    hint: "Remove it with scrapbook rm, or store text with --text.",
  });

async function picture(file: string, terminal: Terminal): Promise<Apply> {
  const mime = imageTypes[extname(file).toLowerCase()];
  if (mime === undefined) {
    throw usage(
      "This is no picture by its name",
      JSON.stringify(file.slice(0, 80)),
      Object.keys(imageTypes).join(", "),
    );
  }
  const bytes = await readInput(file, terminal);
  const content = mime === "image/svg+xml" ? bytes.toString("utf8") : bytes.toString("base64");
  const bundle = { data: { [mime]: content } };
  return (session, name, { cell }) => session.set(name, bundle, { encoder: "display", cell });
}

function parseIndex(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw usage("A cell is a number from 0", JSON.stringify(text.slice(0, 80)), "such as 3");
}

const usage = (what: string, got: string, expected: string) =>
  new ScrapbookError("usage-argument", { what, got, expected });
