import type { Bundle } from "../encoder/display.ts";
import type { AnyEncoder } from "../encoder/encoder.ts";
import { createEncoders } from "../encoder/registry.ts";
import { checkOptionNames } from "../error/check-options.ts";
import type { DisplayChoice } from "./choose-display.ts";
import { encodeContent } from "./content.ts";
import { exactForm } from "./form.ts";
import { type Output, outputsOf } from "./output.ts";
import type { EncodeOptions } from "./payload.ts";

/** Options of {@link encodeScrap}. */
export interface EncodeScrapOptions extends EncodeOptions {
  /**
   * What the scrap is shown as: a bundle; or `true`, a list of MIME types, `{ include, exclude }`,
   * which choose from {@link bundle}; or `false` for nothing. Default: nothing, but for values that
   * are themselves a display.
   */
  readonly display?: Bundle | DisplayChoice | undefined;
  /** What the value looks like where it is shown. Default: the value itself, if it is a bundle. */
  readonly bundle?: Bundle | undefined;
  /** Encoders besides `text`, `json` and `display`; loaded, if they have to be. Default none. */
  readonly encoders?: readonly AnyEncoder[] | undefined;
}

/**
 * The outputs that gluing `value` as `name` emits: a data output, then a display output if there is
 * something to show. Pure: nothing is sent or written. SPEC §11.
 *
 * @throws `usage-argument` for a name that is no text, an empty one with a display, and a display
 * that is none; `encoder-unknown`, `encoder-not-encodable`, `encoder-encode-failed`; `json-unsupported-value`,
 * `json-cycle`, `json-lone-surrogate`, `json-non-finite` with the JSON pointer of the value.
 */
export function encodeScrap(
  name: string,
  value: unknown,
  options: EncodeScrapOptions = {},
): Output[] {
  checkOptionNames("encodeScrap", options, "encoder, display, bundle, nonFinite, encoders");
  const encoders = createEncoders(options.encoders);
  return outputsOf(name, encodeContent(name, value, encoders, options, exactForm)) as Output[];
}
