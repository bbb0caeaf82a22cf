import { type Bundle, isBundle } from "../encoder/display.ts";
import type { Encoding } from "../encoder/encoder.ts";
import type { Encoders } from "../encoder/registry.ts";
import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { stringifyJson } from "../json/stringify.ts";
import { chooseDisplay, type DisplayChoice, isAsked } from "./choose-display.ts";
import { encodeDisplay, isDisplayEncoder } from "./display.ts";
import type { Form } from "./form.ts";
import type { ScrapContent } from "./output.ts";
import { chooseEncoder, type EncodeOptions, encodePayload, notEncodable } from "./payload.ts";

/** How a scrap's content is made: the options of `encodeScrap`, but for the encoders. */
export interface ContentOptions extends EncodeOptions {
  readonly display?: Bundle | DisplayChoice | undefined;
  readonly bundle?: Bundle | undefined;
}

/**
 * What `encodeScrap` writes, before it becomes outputs. `onEncoder` is told of the encoder
 * before it encodes, and may throw.
 */
export function encodeContent<T>(
  name: string,
  value: unknown,
  encoders: Encoders,
  options: ContentOptions,
  form: Form<T>,
  onEncoder: (encoder: Encoding) => void = () => {},
): ScrapContent<T> {
  const { nonFinite, bundle } = options;
  checkName(name, isAsked(options.display));
  try {
    const encoder = chooseEncoder(value, encoders, options.encoder);
    const isShown = encoder === undefined || isDisplayEncoder(encoder);
    const display = chooseDisplay(value, options.display, bundle);
    const itself = bundle ?? (isBundle(value) ? value : false);
    // A bundle beside a value that no encoder takes is shown only where that is asked for. SPEC §4.1.
    const shown = display ?? (encoder !== undefined && isShown && itself);
    // The display encoder, with no display asked for, writes nothing at all. SPEC §11.1.
    const isNothing = encoder !== undefined && isShown && display === false;
    if (isShown && shown === false && !isNothing) throw notEncodable(value);
    if (shown !== false) checkName(name, true);
    if (!isShown) onEncoder(encoder);
    return {
      payload: isShown ? undefined : encodePayload(value, encoder, nonFinite, form),
      display: shown === false ? undefined : encodeDisplay(shown, nonFinite, form),
    };
  } catch (error) {
    throw isScrapbookError(error) ? inScrap(error, name) : error;
  }
}

/** Refuses names that no scrap, or no display, can have. SPEC §11.1. */
export function checkName(name: unknown, isShown: boolean): asserts name is string {
  checkText(name);
  stringifyJson(name);
  if (name === "" && isShown) {
    throw new ScrapbookError("usage-argument", {
      what: "A scrap with a display needs a name",
      got: "the empty name",
    });
  }
}

/** Refuses names that are no text. */
export function checkText(name: unknown): asserts name is string {
  if (typeof name === "string") return;
  throw new ScrapbookError("usage-argument", {
    what: "A scrap's name is not text",
    got: typeof name,
    expected: "a string",
  });
}

function inScrap(error: ScrapbookError, name: string): ScrapbookError {
  const { details } = error;
  const what = `The scrap ${JSON.stringify(name)} cannot be written: ${details.what}`;
  return new ScrapbookError(error.code, { ...details, what });
}
