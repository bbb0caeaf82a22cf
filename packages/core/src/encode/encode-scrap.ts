import { type DisplayBundle, isDisplayBundle } from "../encoder/display.ts";
import type { AnyEncoder } from "../encoder/encoder.ts";
import { createEncoders, type Encoders } from "../encoder/registry.ts";
import { isScrapbookError, ScrapbookError } from "../error.ts";
import { stringifyJson } from "../json/stringify.ts";
import { encodeDisplay, isDisplayEncoder } from "./display.ts";
import { type Output, outputsOf, type ScrapContent } from "./output.ts";
import { chooseEncoder, type EncodeOptions, encodePayload, notEncodable } from "./payload.ts";

/** Options of {@link encodeScrap}. */
export interface EncodeScrapOptions extends EncodeOptions {
  /**
   * What the scrap is shown as; `false` for nothing. Default: nothing, but for values that are
   * themselves a display.
   */
  readonly display?: DisplayBundle | false | undefined;
  /** Encoders besides `text`, `json` and `display`; loaded, if they have to be. Default none. */
  readonly encoders?: readonly AnyEncoder[] | undefined;
}

/**
 * The outputs that gluing `value` as `name` emits: a data output, then a display output if there is
 * something to show. Pure: nothing is sent or written. SPEC §11.
 *
 * @throws `usage-argument` for a name that is no text, or an empty one with a display;
 * `encoder-unknown`, `encoder-not-encodable`, `encoder-encode-failed`; `json-unsupported-value`,
 * `json-cycle`, `json-lone-surrogate`, `json-non-finite` with the JSON pointer of the value.
 */
export function encodeScrap(
  name: string,
  value: unknown,
  options: EncodeScrapOptions = {},
): Output[] {
  return outputsOf(name, encodeContent(name, value, createEncoders(options.encoders), options));
}

/**
 * What {@link encodeScrap} writes, before it becomes outputs. `onEncoder` is told of the encoder
 * before it encodes, and may throw.
 */
export function encodeContent(
  name: string,
  value: unknown,
  encoders: Encoders,
  options: Omit<EncodeScrapOptions, "encoders">,
  onEncoder: (encoder: AnyEncoder) => void = () => {},
): ScrapContent {
  const { display, nonFinite } = options;
  checkName(name, display !== undefined && display !== false);
  try {
    const encoder = chooseEncoder(value, encoders, options.encoder);
    const isShown = encoder === undefined || isDisplayEncoder(encoder);
    const shown = display ?? (isShown && isDisplayBundle(value) ? value : false);
    // The display encoder, with no display asked for, writes nothing at all. SPEC §11.1.
    const isNothing = encoder !== undefined && isShown && display === false;
    if (isShown && shown === false && !isNothing) throw notEncodable(value);
    if (shown !== false) checkName(name, true);
    if (!isShown) onEncoder(encoder);
    return {
      payload: isShown ? undefined : encodePayload(value, encoder, nonFinite),
      display: shown === false ? undefined : encodeDisplay(shown, nonFinite),
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
