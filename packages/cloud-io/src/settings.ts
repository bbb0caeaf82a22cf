import { aCount, checkOptions, type OptionRule, type OptionRules } from "@scrapbook/core/io";

/** What every store of this package takes. */
export interface CloudOptions {
  /**
   * How often a request is made again after it failed in a way that may pass: 408, 429, 5xx, a
   * dropped connection, a time-out. Default 5. Waits grow from 0.1 s to 20 s, at random, or are as
   * long as the server says.
   */
  readonly retries?: number | undefined;
  /**
   * How long the server may be silent, in milliseconds: before an answer begins, and between two
   * pieces of it. Default 60,000. While bytes are sent, a millisecond more for each 50 of them.
   */
  readonly timeoutMs?: number | undefined;
}

/** The same, complete. */
export interface Settings {
  readonly retries: number;
  readonly timeoutMs: number;
}

/** What a secret may be is not checked here: a wrong one would come into the message. */
export const aSecret: OptionRule = { expected: "a secret", fits: () => true };

const rules: Readonly<Record<keyof CloudOptions, OptionRule>> = {
  retries: aCount(0),
  timeoutMs: {
    expected: "milliseconds, more than 0",
    fits: (value) => typeof value === "number" && value > 0,
  },
};

/**
 * Checks a store's options, and fills in the defaults of what every store takes.
 *
 * @param taker the function that takes them, for messages.
 * @param own what the store's own options may be.
 * @throws `usage-argument`.
 */
export function settingsOf<Options extends CloudOptions>(
  taker: string,
  options: Options,
  own: Readonly<Record<Exclude<keyof Options, keyof CloudOptions>, OptionRule>>,
): Settings {
  checkOptions(taker, options, { ...rules, ...(own as OptionRules) });
  const { retries = 5, timeoutMs = 60_000 } = options;
  return { retries, timeoutMs };
}
