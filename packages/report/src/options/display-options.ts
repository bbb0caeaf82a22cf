import type { Scrap } from "@scrapbook/core";
import { aText, checkOptions, type OptionRules, wrongArgument } from "@scrapbook/core/internal";
import { attempt } from "../attempt.ts";
import { nameText } from "../visible-text.ts";
import { anAmount } from "./rules.ts";

/** Options of `displayToHtml`. */
export interface DisplayOptions {
  /** What it shows, for alternative texts. Default: the scrap's name. */
  readonly label?: string | undefined;
  /** The most bytes of a display; a larger one is a line with its size. Default 2,000,000. */
  readonly maxDisplayBytes?: number | undefined;
  /** Height, in CSS pixels, of the frame for HTML that cannot stand inline. Default 320. */
  readonly frameHeight?: number | undefined;
}

/** {@link DisplayOptions} with every default filled in, and what the scrap is shown as. */
export interface CheckedDisplay {
  readonly label: string;
  readonly maxDisplayBytes: number;
  readonly frameHeight: number;
  readonly mimes: ReadonlySet<string>;
}

/** The rules of {@link DisplayOptions}. */
export const displayRules: OptionRules = {
  label: aText,
  maxDisplayBytes: anAmount,
  frameHeight: anAmount,
};

/** Checks what a function that shows one scrap was given. @throws `usage-argument`. */
export function displayLimits(
  taker: string,
  scrap: Scrap,
  options: DisplayOptions,
  rules: OptionRules = displayRules,
): CheckedDisplay {
  checkOptions(taker, options, rules);
  const { toDataURL, then } = Object(scrap) as Partial<Scrap> & { readonly then?: unknown };
  if (typeof toDataURL !== "function") {
    throw wrongArgument(
      `${taker} takes a scrap`,
      scrap,
      typeof then === "function"
        ? "what the promise gives: await it"
        : "what notebook.scraps.get gives",
      scrap === undefined ? "It gives undefined for a name that the notebook lacks." : undefined,
    );
  }
  const read = attempt(() => scrap.mimeTypes);
  return {
    label: nameText(options.label ?? scrap.name),
    maxDisplayBytes: options.maxDisplayBytes ?? 2_000_000,
    frameHeight: options.frameHeight ?? 320,
    mimes: new Set(read.ok ? read.value : []),
  };
}
